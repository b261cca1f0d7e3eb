package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.json.JsonOut;
import dev.convo.model.Completeness;
import dev.convo.model.Note;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a manifest as JSON, {@code convo-archive/1}, which every later version reads back. */
final class ManifestText {
  static final String SCHEMA = "convo-archive/1";

  private ManifestText() {}

  static void write(Manifest manifest, Writer out) throws IOException {
    JsonOut json = JsonOut.pretty(out);
    Manifest.Asked asked = manifest.asked();
    json.beginObject();
    json.name("schema").text(SCHEMA);
    json.name("convo").text(manifest.fetched().version());
    json.name("provider").text(asked.provider());
    json.name("id").text(asked.id());
    json.name("base_url").text(asked.base());
    json.name("settings").beginObject();
    for (Map.Entry<String, String> setting : asked.settings().entrySet()) {
      json.name(setting.getKey()).text(setting.getValue());
    }
    json.endObject();
    json.name("messages").text(asked.messages() ? "all" : "none");
    json.name("attachments").text(asked.attachments() ? "all" : "none");
    json.name("kept").text("as fetched");
    fetched(manifest.fetched(), json);
    completeness(manifest, json);
    json.name("calls").beginList();
    for (Manifest.Call call : manifest.calls()) {
      call(call, json);
    }
    json.endList();
    json.name("downloads").beginList();
    for (Manifest.Download download : manifest.downloads()) {
      download(download, json);
    }
    json.endList();
    json.name("files").beginList();
    for (Manifest.Entry file : manifest.files()) {
      json.beginObject().name("name").text(file.name());
      json.name("size").number(file.size());
      json.name("sha256").text(file.sha256()).endObject();
    }
    json.endList();
    json.endObject();
    out.write('\n');
  }

  private static void fetched(Manifest.Fetched fetched, JsonOut json) throws IOException {
    json.name("fetched_at").time(fetched.at());
    json.name("host").text(fetched.host());
    json.name("profile").text(fetched.profile());
    json.name("requests").number(fetched.requests());
    json.name("request_ids").beginList();
    for (String id : fetched.requestIds()) {
      json.text(id);
    }
    json.endList();
  }

  private static void completeness(Manifest manifest, JsonOut json) throws IOException {
    Completeness known = manifest.completeness();
    json.name("complete").flag(known.complete());
    json.name("messages_expected").number(known.expected());
    json.name("notes").beginList();
    for (Note note : known.notes()) {
      json.beginObject().name("code").text(note.code());
      json.name("text").text(note.text());
      json.name("reason").flag(note.reason()).endObject();
    }
    json.endList();
    json.name("missing");
    failure(manifest.missing(), json);
  }

  private static void call(Manifest.Call call, JsonOut json) throws IOException {
    json.beginObject();
    json.name("method").text("GET");
    json.name("path").text(call.path());
    json.name("query").text(call.query());
    json.name("status").number(call.status());
    json.name("request_id").text(call.requestId());
    json.name("file").text(call.file());
    json.name("failure");
    failure(call.failure(), json);
    json.endObject();
  }

  private static void download(Manifest.Download download, JsonOut json) throws IOException {
    json.beginObject();
    json.name("message").number(download.message());
    json.name("place").number(download.place());
    json.name("url").text(download.url());
    json.name("type").text(download.type());
    json.name("file").text(download.file());
    json.name("failure");
    failure(download.failure(), json);
    json.endObject();
  }

  private static void failure(@Nullable Failure failure, JsonOut json) throws IOException {
    if (failure == null) {
      json.text(null);
      return;
    }
    json.beginObject().name("code").text(failure.kind().code());
    json.name("message").text(failure.message());
    json.name("hint").text(failure.hint()).endObject();
  }
}
