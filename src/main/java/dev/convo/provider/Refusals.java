package dev.convo.provider;

import dev.convo.failure.Failure;
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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the error answers of all platforms: JSON in any of their forms, plain text, HTML. A
 * provider refines what comes out where it knows more.
 */
public final class Refusals {
  private Refusals() {}

  /**
   * What an error answer says; never throws.
   *
   * @param head the beginning of the body; may be empty or cut anywhere
   */
  public static Refusal read(Headers headers, byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
      try {
        return read(Json.tree(new ByteArrayInputStream(head)));
      } catch (Failure notJson) {
        // Cut off, or no JSON after all: a line of text.
      }
    }
    boolean html = text.startsWith("<") || isHtml(headers);
    String line = html ? HtmlLine.first(text) : firstLine(text);
    return new Refusal(line, null, null, null, Refusal.Reason.AS_STATUS, null);
  }

  private static boolean isHtml(Headers headers) {
    return headers.first("content-type").filter(type -> type.contains("html")).isPresent();
  }

  static @Nullable String firstLine(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .filter(line -> line.chars().anyMatch(Character::isLetterOrDigit))
        .findFirst()
        .orElse(null);
  }

  private static Refusal read(Value body) {
    return new Refusal(
        sentence(body),
        find(body, Refusals::word, "code"),
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

  /** The words for a person: beside a short {@code error}, the {@code message} says more. */
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

  /** The description, the single errors, or both. */
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
    if (value instanceof Value.Numeral number) {
      return number.digits();
    }
    String text =
        value instanceof Value.Text written ? written.text().replaceAll("\\s+", " ").strip() : "";
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
