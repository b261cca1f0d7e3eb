package dev.convo.archive;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.json.Moment;
import dev.convo.model.Completeness;
import dev.convo.model.Note;
import dev.convo.model.Value;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a manifest of this version or an earlier one, and believes nothing that it says. */
final class ManifestReader {
  /** A name, or a name in a folder; it can lead nowhere else, and begins with no dot. */
  private static final Pattern NAME =
      Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]{0,250}");

  private ManifestReader() {}

  /**
   * Reads one.
   *
   * @throws Failure BAD_ANSWER if it is none, or leads out of its folder
   */
  static Manifest read(InputStream in) {
    return Json.readOwn(in, json -> json.object(ManifestReader::manifest));
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
    if (!word(plain, "schema").equals(ManifestText.SCHEMA)) {
      throw unreadable(
          word(plain, "schema").startsWith("convo-archive/")
              ? "it was written by a later version of convo"
              : "it is not a manifest that convo has written");
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

  /** The members of a call or a download; those of its failure go into {@code failed}. */
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
