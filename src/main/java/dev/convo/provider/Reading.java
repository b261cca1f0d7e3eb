package dev.convo.provider;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.http.Calls.Decode;
import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decodes one conversation's answers and collects notes for the user. */
public final class Reading {
  private final Map<String, Note> notes = new LinkedHashMap<>();

  public <T> Decode<T> json(Function<Json, T> decode) {
    return reply ->
        Json.read(
            reply.body(),
            () -> note("credentials_masked", "credentials in the answer are shown as ***"),
            decode);
  }

  /**
   * Reads an object of which at least one member must be known.
   *
   * @param expected such as {@code a conversation}
   * @param decode passes members that it does not know to {@link Fields#keepUnknown}
   * @throws Failure as {@link #unknown} says, if none is known
   */
  public static <T> T recognised(Json json, String expected, Function<Fields, T> decode) {
    record Read<T>(T value, boolean recognised, Attributes rest) {}
    Read<T> read = json.object(in -> new Read<>(decode.apply(in), in.isRecognised(), in.rest()));
    if (!read.recognised()) {
      throw unknown(json, expected, read.rest());
    }
    return read.value();
  }

  /**
   * The failure of an answer that is an object, but not the expected one.
   *
   * @param expected such as {@code a conversation}
   * @param rest all that the object holds
   * @throws Failure the platform's own error, if it contains one
   */
  public static Failure unknown(Json json, String expected, Attributes rest) {
    Refusals.check(rest);
    String keys = rest.names().stream().limit(5).map(Excerpt::of).collect(Collectors.joining(", "));
    return json.unreadable(
        "expected "
            + expected
            + ", found "
            + (rest.isEmpty() ? "an empty object" : "an object with the keys " + keys)
            + (rest.size() > 5 ? " and others" : ""));
  }

  /** Notes something, once for each code: a second note under it replaces the first. */
  public synchronized void note(String code, String text) {
    notes.put(code, new Note(code, text));
  }

  /** The same, for a reason why messages are or may be missing. */
  public synchronized void reason(String code, String text) {
    notes.put(code, Note.reason(code, text));
  }

  /** Notes that a platform's list of messages also contains something else. */
  public void noteOthers(String platform) {
    reason(
        "messages_odd",
        "some entries in "
            + platform
            + "'s message list are not messages; they are in the attributes");
  }

  /** The completeness of messages that were not requested. */
  public Completeness notAsked(@Nullable Long expected) {
    reason("messages_not_asked", "messages were not fetched (--no-messages)");
    return completeness(null, expected);
  }

  /** The completeness of the messages, with everything that was noted. */
  public synchronized Completeness completeness(
      @Nullable Boolean complete, @Nullable Long expected) {
    return new Completeness(complete, expected, new ArrayList<>(notes.values()));
  }
}
