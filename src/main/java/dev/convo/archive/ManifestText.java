package dev.convo.archive;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.json.JsonOut;
import dev.convo.json.Moment;
import dev.convo.model.Completeness;
import dev.convo.model.Note;
import dev.convo.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A manifest as JSON, {@code convo-archive/1}: written, and read back by every later version. */
final class ManifestText {
  static final String SCHEMA = "convo-archive/1";

  /** A name, or a name in a folder; it can lead nowhere else, and begins with no dot. */
  private static final Pattern NAME =
      Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]{0,250}");

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

  /**
   * Reads one.
   *
   * @throws Failure BAD_ANSWER if it is none, or leads out of its folder
   */
  static Manifest read(InputStream in) {
    return Json.readOwn(in, json -> json.object(ManifestText::manifest));
  }

  private static Manifest manifest(Fields in) {
    Map<String, Value> plain = new LinkedHashMap<>();
    List<Note> notes = new ArrayList<>();
    List<String> requestIds = new ArrayList<>();
    List<Manifest.Call> calls = new ArrayList<>();
    List<Manifest.Download> downloads = new ArrayList<>();
    List<Manifest.Entry> files = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    Failure missing = null;
    while (in.next()) {
      switch (in.name()) {
        case "settings" -> in.inside(one -> settings.put(one.name(), one.value().word()));
        case "notes" -> in.objects(one -> notes.add(note(one)));
        case "request_ids" -> requestIds.addAll(in.words());
        case "missing" -> missing = in.object(one -> failure(members(one), null, null));
        case "calls" -> in.objects(one -> calls.add(call(one)));
        case "downloads" -> in.objects(one -> downloads.add(download(one)));
        case "files" -> in.objects(one -> files.add(entry(one)));
        default -> plain.put(in.name(), in.value());
      }
    }
    if (!word(plain, "schema").equals(SCHEMA)) {
      throw unreadable(
          word(plain, "schema").startsWith("convo-archive/")
              ? "it was written by a later version of convo"
              : "it is no manifest of convo's");
    }
    Manifest.Asked asked =
        new Manifest.Asked(
            needed(plain, "provider"),
            needed(plain, "id"),
            needed(plain, "base_url"),
            settings,
            !word(plain, "messages").equals("none"),
            word(plain, "attachments").equals("all"));
    Manifest.Fetched fetched =
        new Manifest.Fetched(
            word(plain, "convo"),
            time(plain.get("fetched_at")),
            needed(plain, "host"),
            text(plain, "profile"),
            (int) number(plain, "requests", 0),
            requestIds);
    Long expected =
        plain.get("messages_expected") instanceof Value.Numeral
            ? Long.valueOf(number(plain, "messages_expected", 0))
            : null;
    Boolean complete = plain.get("complete") instanceof Value.Flag flag ? flag.on() : null;
    return new Manifest(
        asked,
        fetched,
        new Completeness(complete, expected, notes),
        missing,
        calls,
        downloads,
        files);
  }

  private static Note note(Fields in) {
    Map<String, Value> note = members(in);
    return new Note(word(note, "code"), word(note, "text"), word(note, "reason").equals("true"));
  }

  private static Manifest.Call call(Fields in) {
    Map<String, Value> failed = new LinkedHashMap<>();
    Map<String, Value> call = tried(in, failed);
    String file = text(call, "file");
    Integer status =
        call.get("status") instanceof Value.Numeral ? (int) number(call, "status", 0) : null;
    String requestId = text(call, "request_id");
    if (file == null && failed.isEmpty()) {
      throw unreadable("a call in it has neither an answer nor a failure");
    }
    return new Manifest.Call(
        needed(call, "path"),
        text(call, "query"),
        status,
        requestId,
        file,
        failed.isEmpty() ? null : failure(failed, status, requestId));
  }

  private static Manifest.Download download(Fields in) {
    Map<String, Value> failed = new LinkedHashMap<>();
    Map<String, Value> download = tried(in, failed);
    String file = text(download, "file");
    if (file == null && failed.isEmpty()) {
      throw unreadable("a download in it has neither a file nor a failure");
    }
    return new Manifest.Download(
        (int) number(download, "message", 0),
        (int) number(download, "place", 0),
        needed(download, "url"),
        text(download, "type"),
        file,
        failed.isEmpty() ? null : failure(failed, null, null));
  }

  /** What is said of something that was tried; why it failed goes into a map of its own. */
  private static Map<String, Value> tried(Fields in, Map<String, Value> failed) {
    Map<String, Value> members = new LinkedHashMap<>();
    while (in.next()) {
      if (in.name().equals("failure") && in.atObject()) {
        in.object(
            one -> {
              failed.putAll(members(one));
              return one;
            });
      } else {
        members.put(in.name(), in.value());
      }
    }
    return members;
  }

  private static Failure failure(
      Map<String, Value> failed, @Nullable Integer status, @Nullable String requestId) {
    Kind kind = Kind.PROVIDER_ERROR;
    for (Kind one : Kind.values()) {
      kind = one.code().equals(word(failed, "code")) ? one : kind;
    }
    Details details = status == null ? Details.NONE : Details.NONE.answer(status, requestId);
    return new Failure(kind, word(failed, "message"), text(failed, "hint"), details, null);
  }

  private static Manifest.Entry entry(Fields in) {
    Map<String, Value> entry = members(in);
    String name = needed(entry, "name");
    String[] parts = name.split("/", -1);
    for (String part : parts) {
      if (parts.length > 2 || !NAME.matcher(part).matches()) {
        throw unreadable("it names a file outside its folder");
      }
    }
    return new Manifest.Entry(name, number(entry, "size", -1), needed(entry, "sha256"));
  }

  private static Map<String, Value> members(Fields in) {
    Map<String, Value> members = new LinkedHashMap<>();
    while (in.next()) {
      members.put(in.name(), in.value());
    }
    return members;
  }

  private static String word(Map<String, Value> members, String name) {
    Value value = members.get(name);
    return value == null ? "" : value.word();
  }

  private static @Nullable String text(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Text text ? text.text() : null;
  }

  private static String needed(Map<String, Value> members, String name) {
    String text = text(members, name);
    if (text == null) {
      throw unreadable(name + " is missing in it");
    }
    return text;
  }

  private static long number(Map<String, Value> members, String name, long otherwise) {
    String digits = word(members, name);
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : otherwise;
  }

  private static @Nullable Instant time(@Nullable Value value) {
    Moment moment = value == null ? null : Moment.of(value);
    return moment == null ? null : moment.at();
  }

  private static Failure unreadable(String why) {
    return new Failure(Kind.BAD_ANSWER, why, null);
  }
}
