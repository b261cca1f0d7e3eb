package dev.convo.provider;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.html.HtmlText;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the error answers of all platforms: JSON in any of their forms, plain text, HTML. A
 * provider refines the result where it knows more.
 */
public final class Refusals {
  private Refusals() {}

  /** What a platform's own error answers have under {@code error}. */
  public enum Form {
    /** A sentence. */
    TEXT,
    /** An object with a message or a code. */
    OBJECT
  }

  /** Codes that mean a refused credential, in words and as the beginning of a number. */
  private static final Pattern UNAUTHORIZED =
      Pattern.compile("401\\b.*|unauthori[sz]ed|unauthenticated|invalid_(api_key|token)");

  private static final Pattern NOT_FOUND = Pattern.compile("404\\b.*|(.*_)?not_?found");

  /**
   * The same, where the form tells a platform that does not know an id from a server that is not
   * the platform's: the status of both is 404.
   *
   * @param form of the platform's own error answers
   * @param hints the next step, by status
   */
  public static Refusal read(
      int status, Headers headers, byte[] head, Form form, Map<Integer, String> hints) {
    Refusal refusal = read(headers, head);
    return status == 404 && !isOwn(head, form)
        ? refusal.because(Refusal.Reason.NOT_THE_API, null)
        : refusal.withHint(hints.get(status));
  }

  /** Frameworks answer with the status as a number when they do not know a path. */
  private static boolean isOwn(byte[] head, Form form) {
    try {
      Value body = Json.tree(new ByteArrayInputStream(head));
      Value error = member(body, "error");
      boolean framework =
          member(body, "status") instanceof Value.Numeral || member(body, "statusCode") != null;
      return switch (form) {
        case TEXT ->
            error instanceof Value.Text && !framework
                || member(body, "errors") instanceof Value.Items;
        case OBJECT -> member(error, "message") != null || member(error, "code") != null;
      };
    } catch (Failure notJson) {
      return false;
    }
  }

  /**
   * Refuses an answer that reports an error under a success status.
   *
   * @param body what no slot has taken
   * @throws Failure if there is an {@code error} or {@code errors}: UNAUTHORIZED or NOT_FOUND where
   *     its code says so, else BAD_ANSWER
   */
  public static void check(Attributes body) {
    boolean error =
        Stream.of("error", "errors")
            .map(body::get)
            .anyMatch(
                said ->
                    said instanceof Value.Text text && !text.text().isBlank()
                        || said instanceof Value.Items items && !items.values().isEmpty()
                        || said instanceof Attributes members && !members.isEmpty());
    if (error) {
      throw failure(body);
    }
  }

  private static Failure failure(Attributes body) {
    Refusal refusal = read(body);
    String code = String.valueOf(refusal.code()).toLowerCase(Locale.ROOT);
    String words = refusal.codeWords().replaceFirst("^, (.*)$", " ($1)") + refusal.quoted();
    if (UNAUTHORIZED.matcher(code).matches()) {
      return new Failure(
          Kind.UNAUTHORIZED,
          "credentials refused" + words,
          "convo profile show says which credentials are used");
    }
    if (NOT_FOUND.matcher(code).matches()) {
      return new Failure(Kind.NOT_FOUND, "not found" + words, "check the id and the settings");
    }
    return Failure.badAnswer("the platform answered with an error" + words);
  }

  /**
   * Reads an error answer; never throws.
   *
   * @param head the beginning of the body; may be empty or cut anywhere
   */
  public static Refusal read(Headers headers, byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
      try {
        return read(Json.tree(new ByteArrayInputStream(head)));
      } catch (Failure notJson) {
        // Cut off, or not JSON after all: read it as text.
      }
    }
    boolean html = text.startsWith("<") || isHtml(headers);
    String line = html ? firstLine(HtmlText.titleAndWords(text)) : firstLine(text);
    return new Refusal(line, null, null, null, Refusal.Reason.AS_STATUS, null);
  }

  private static boolean isHtml(Headers headers) {
    return headers.first("content-type").filter(type -> type.contains("html")).isPresent();
  }

  private static @Nullable String firstLine(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .filter(line -> line.chars().anyMatch(Character::isLetterOrDigit))
        .findFirst()
        .orElse(null);
  }

  private static Refusal read(Value body) {
    return new Refusal(
        sentence(body),
        find(body, Refusals::word, "code", "error_code"),
        find(body, Refusals::word, "requestId", "request_id"),
        find(body, Refusals::time, "reset_at"),
        Refusal.Reason.AS_STATUS,
        null);
  }

  /** Under one of these names, in {@code error}, at the top, or in the first of {@code errors}. */
  private static <T> @Nullable T find(
      Value body, Function<@Nullable Value, @Nullable T> read, String... names) {
    for (Value place : new Value[] {member(body, "error"), body, member(body, "errors")}) {
      Value object =
          place instanceof Value.Items items && !items.values().isEmpty()
              ? items.values().get(0)
              : place;
      for (String name : names) {
        T found = read.apply(member(object, name));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The sentence for people: {@code message} says more than a short {@code error} beside it. */
  private static @Nullable String sentence(Value said) {
    if (!(said instanceof Attributes object)) {
      return said instanceof Value.Items items ? joined(items) : word(said);
    }
    String inner = member(object, "error") instanceof Attributes error ? sentence(error) : null;
    return Stream.of(
            inner,
            word(object.get("message")),
            word(object.get("error_description")),
            described(object),
            word(object.get("error")),
            word(object.get("detail")),
            word(object.get("title")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String described(Attributes object) {
    String description = word(object.get("description"));
    String errors =
        Stream.of("errors", "error")
            .map(object::get)
            .map(list -> list instanceof Value.Items items ? joined(items) : null)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return description == null || errors == null
        ? (description == null ? errors : description)
        : description + ": " + errors;
  }

  private static @Nullable String joined(Value.Items items) {
    String all =
        items.values().stream()
            .map(Refusals::single)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? null : all;
  }

  private static @Nullable String single(Value error) {
    String field = word(member(error, "field"));
    String sentence = sentence(error);
    return field == null || sentence == null ? sentence : field + ": " + sentence;
  }

  private static @Nullable Value member(@Nullable Value object, String name) {
    return object instanceof Attributes members ? members.get(name) : null;
  }

  private static @Nullable String word(@Nullable Value value) {
    if (value == null || value instanceof Value.Flag) {
      return null;
    }
    String text = value.word().replaceAll("\\s+", " ").strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Instant time(@Nullable Value value) {
    try {
      return value instanceof Value.Text text
          ? OffsetDateTime.parse(text.text()).toInstant()
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
