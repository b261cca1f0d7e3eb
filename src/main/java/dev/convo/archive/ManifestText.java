package dev.convo.archive;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Json;
import dev.convo.json.JsonOut;
import dev.convo.model.Completeness;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A manifest as JSON, {@code convo-archive/1}, which every later version of convo can read. The
 * reader trusts nothing in it.
 */
final class ManifestText {
  static final String SCHEMA = "convo-archive/1";

  /** The name of a file or folder: it leads nowhere else, and does not begin with a dot. */
  private static final Pattern NAME =
      Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]{0,250}");

  private ManifestText() {}

  static void write(Manifest manifest, Writer out) throws IOException {
    JsonOut json = JsonOut.pretty(out);
    Manifest.Asked asked = manifest.asked();
    Meta meta = manifest.meta();
    Completeness known = meta.completeness();
    json.beginObject();
    json.name("schema").text(SCHEMA);
    json.name("convo").text(manifest.version());
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
    json.name("fetched_at").time(meta.fetchedAt());
    json.name("host").text(meta.host());
    json.name("profile").text(meta.profile());
    json.name("requests").number(meta.requests());
    json.name("request_ids").texts(meta.requestIds());
    json.name("complete").flag(known.complete());
    json.name("messages_expected").number(known.expected());
    json.name("notes").objects(known.notes(), ManifestText::note);
    json.name("missing").object(manifest.missing(), ManifestText::failure);
    json.name("calls").objects(manifest.calls(), ManifestText::call);
    json.name("downloads").objects(manifest.downloads(), ManifestText::download);
    json.name("files").objects(manifest.files(), ManifestText::entry);
    json.endObject();
    out.write('\n');
  }

  private static void note(JsonOut json, Note note) throws IOException {
    json.name("code").text(note.code());
    json.name("text").text(note.text());
    json.name("reason").flag(note.reason());
  }

  private static void call(JsonOut json, Manifest.Call call) throws IOException {
    String[] target = call.target().split("\\?", 2);
    json.name("method").text("GET");
    json.name("path").text(target[0]);
    json.name("query").text(target.length == 1 ? null : target[1]);
    json.name("status").number(call.status());
    json.name("request_id").text(call.requestId());
    json.name("file").text(call.file());
    json.name("failure").object(call.failure(), ManifestText::failure);
  }

  private static void download(JsonOut json, Manifest.Download download) throws IOException {
    json.name("message").number(download.message());
    json.name("place").number(download.place());
    json.name("url").text(download.url());
    json.name("type").text(download.type());
    json.name("file").text(download.file());
    json.name("failure").object(download.failure(), ManifestText::failure);
  }

  private static void entry(JsonOut json, Manifest.Entry file) throws IOException {
    json.name("name").text(file.name());
    json.name("size").number(file.size());
    json.name("sha256").text(file.sha256());
  }

  private static void failure(JsonOut json, Failure failure) throws IOException {
    json.name("code").text(failure.kind().code());
    json.name("message").text(failure.message());
    json.name("hint").text(failure.hint());
  }

  /**
   * Reads a manifest of this version or an earlier one.
   *
   * @throws Failure BAD_ANSWER if it is not a manifest, or leads out of its folder
   */
  static Manifest read(InputStream in) {
    return Json.readOwn(in, json -> json.object(one -> manifest(JsonObject.of(one))));
  }

  private static Manifest manifest(JsonObject in) {
    String schema = in.textOrEmpty("schema");
    if (!schema.equals(SCHEMA)) {
      throw Failure.badAnswer(
          schema.startsWith("convo-archive/")
              ? "it was written by a later version of convo"
              : "it is not a manifest that convo has written");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    in.attributes("settings").forEach((key, value) -> settings.put(key, value.word()));
    Manifest.Asked asked =
        new Manifest.Asked(
            needed(in, "provider"),
            needed(in, "id"),
            needed(in, "base_url"),
            settings,
            !in.textOrEmpty("messages").equals("none"),
            in.textOrEmpty("attachments").equals("all"));
    Meta meta =
        new Meta(
            new Completeness(
                in.flag("complete"),
                in.whole("messages_expected"),
                in.objects("notes", ManifestText::note)),
            in.count("requests"),
            in.text("profile"),
            needed(in, "host"),
            in.time("fetched_at"),
            in.texts("request_ids"));
    return new Manifest(
        asked,
        in.textOrEmpty("convo"),
        meta,
        in.object("missing", ManifestText::failure),
        in.objects("calls", ManifestText::call),
        in.objects("downloads", ManifestText::download),
        in.objects("files", ManifestText::entry));
  }

  private static Note note(JsonObject in) {
    return new Note(
        in.textOrEmpty("code"), in.textOrEmpty("text"), Boolean.TRUE.equals(in.flag("reason")));
  }

  private static Manifest.Call call(JsonObject in) {
    String query = in.text("query");
    Integer status = in.whole("status") == null ? null : in.count("status");
    String requestId = in.text("request_id");
    Failure failure = in.object("failure", ManifestText::failure);
    if (in.text("file") == null && failure == null) {
      throw Failure.badAnswer("a call in it has neither an answer nor a failure");
    }
    if (failure != null && status != null) {
      failure = failure.with(Details.NONE.answer(status, requestId));
    }
    return new Manifest.Call(
        needed(in, "path") + (query == null ? "" : "?" + query),
        status,
        requestId,
        in.text("file"),
        failure);
  }

  private static Manifest.Download download(JsonObject in) {
    Failure failure = in.object("failure", ManifestText::failure);
    if (in.text("file") == null && failure == null) {
      throw Failure.badAnswer("a download in it has neither a file nor a failure");
    }
    return new Manifest.Download(
        in.count("message"),
        in.count("place"),
        needed(in, "url"),
        in.text("type"),
        in.text("file"),
        failure);
  }

  private static Failure failure(JsonObject in) {
    Kind kind = in.oneOf(Kind.values(), Kind::code, "code", Kind.PROVIDER_ERROR);
    return new Failure(kind, in.textOrEmpty("message"), in.text("hint"));
  }

  private static Manifest.Entry entry(JsonObject in) {
    String name = needed(in, "name");
    String[] parts = name.split("/", -1);
    for (String part : parts) {
      if (parts.length > 2 || !NAME.matcher(part).matches()) {
        throw Failure.badAnswer("it names a file outside its folder");
      }
    }
    Long size = in.whole("size");
    return new Manifest.Entry(name, size == null ? -1 : size, needed(in, "sha256"));
  }

  private static String needed(JsonObject in, String name) {
    String text = in.text(name);
    if (text == null) {
      throw Failure.badAnswer(name + " is missing in it");
    }
    return text;
  }
}
