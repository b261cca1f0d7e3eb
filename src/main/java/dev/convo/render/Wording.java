package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Visibility;
import dev.convo.text.Plain;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of the formats for people. What comes from remote is harmless and of one line. */
final class Wording {
  /** A shorter silence is the usual time to write and to read. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private Wording() {}

  /** {@code 2026-03-15 08:00}. */
  static String minute(Instant time, ZoneId zone) {
    ZonedDateTime at = time.atZone(zone);
    return at.toLocalDate() + " " + two(at.getHour()) + ":" + two(at.getMinute());
  }

  /** {@code 08:00:07}. */
  static String second(Instant time, ZoneId zone) {
    ZonedDateTime at = time.atZone(zone);
    return two(at.getHour()) + ":" + two(at.getMinute()) + ":" + two(at.getSecond());
  }

  /** {@code 08:00}. */
  static String clock(Instant time, ZoneId zone) {
    ZonedDateTime at = time.atZone(zone);
    return two(at.getHour()) + ":" + two(at.getMinute());
  }

  /** {@code Mon 16 March 2026}: the month in letters, so that nobody takes it for the day. */
  static String day(LocalDate day) {
    return capital(day.getDayOfWeek()).substring(0, 3)
        + " "
        + day.getDayOfMonth()
        + " "
        + capital(day.getMonth())
        + " "
        + day.getYear();
  }

  /** {@code 45 s}, {@code 8 min 51 s}, {@code 3 h 5 min}, {@code 2 days 4 h}: two units at most. */
  static String duration(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
    long minutes = seconds / 60;
    if (minutes < 24 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    long hours = minutes / 60;
    long days = hours / 24;
    return days + (days == 1 ? " day" : " days") + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }

  /** The same, the largest unit alone: {@code 5 min}. */
  static String roughly(Duration length) {
    String words = duration(length);
    int second = words.indexOf(' ', words.indexOf(' ') + 1);
    return second < 0 ? words : words.substring(0, second);
  }

  /** {@code ┄ 5 min ┄} where nothing was said for long between two times; else empty. */
  static String silence(@Nullable Instant last, @Nullable Instant now) {
    Duration silence = last == null || now == null ? Duration.ZERO : Duration.between(last, now);
    return silence.compareTo(SILENCE) < 0 ? "" : "┄ " + roughly(silence) + " ┄";
  }

  /** The message's number, right-aligned. */
  static String number(Message message, int width) {
    String number = message.number() == 0 ? "" : String.valueOf(message.number());
    return " ".repeat(Math.max(0, width - number.length())) + number;
  }

  /** Cells for the largest number of these messages, 2 or more. */
  static int numberWidth(List<Message> messages) {
    int last = messages.isEmpty() ? 0 : messages.get(messages.size() - 1).number();
    return Math.max(2, String.valueOf(last).length());
  }

  /** Who speaks to whom, in one cell. */
  static char direction(Message message) {
    if (message.delivery() == Delivery.FAILED) {
      return '!';
    }
    if (message.deleted()) {
      return 'x';
    }
    if (message.visibility() == Visibility.PRIVATE || message.delivery() == Delivery.UNSENT) {
      return '·';
    }
    return switch (message.role()) {
      case CUSTOMER -> '>';
      case AGENT, BOT -> '<';
      case SYSTEM -> '·';
      case UNKNOWN -> '?';
    };
  }

  /** How far a message of ours got; empty where that is not known or said by a mark. */
  static String delivery(Message message) {
    return switch (message.delivery()) {
      case SENT, DELIVERED, READ ->
          message.visibility() == Visibility.PRIVATE ? "" : small(message.delivery());
      case RECEIVED, FAILED, UNSENT, UNKNOWN -> "";
    };
  }

  static boolean isFailed(Message message) {
    return message.delivery() == Delivery.FAILED;
  }

  static boolean isUnsent(Message message) {
    return message.delivery() == Delivery.UNSENT;
  }

  /** {@code Europe/Berlin}, {@code UTC}, {@code UTC+05:30}. */
  static String zone(ZoneId zone) {
    return zone instanceof ZoneOffset offset
        ? offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset
        : zone.getId();
  }

  /** {@code Customer}. */
  static String capital(Enum<?> constant) {
    return constant.name().charAt(0) + small(constant).substring(1);
  }

  /** {@code customer}. */
  static String small(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** {@code chatwoot 42}. */
  static String title(Conversation conversation) {
    String id = present(conversation.id());
    return conversation.provider() + (id.isEmpty() ? "" : " " + id);
  }

  /** A message's author by name, else by id; empty without either. */
  static String author(Message message) {
    Participant author = message.author();
    if (author == null) {
      return "";
    }
    String name = present(author.name());
    return name.isEmpty() ? id(present(author.id())) : name;
  }

  private static String id(String id) {
    return id.isEmpty() ? "" : "id " + id;
  }

  /** All that is known of a person: {@code Ada ada@example.com +44 …}; the id without a name. */
  static String person(@Nullable Participant person) {
    List<String> known = known(person);
    return known.isEmpty() && person != null ? id(present(person.id())) : String.join("  ", known);
  }

  /** Name, e-mail and phone, as far as they are known. */
  static List<String> known(@Nullable Participant person) {
    if (person == null) {
      return List.of();
    }
    List<String> known = new ArrayList<>();
    for (String part : new String[] {person.name(), person.email(), person.phone()}) {
      if (!present(part).isEmpty()) {
        known.add(present(part));
      }
    }
    return known;
  }

  /**
   * What sets a message apart from what both sides saw: {@code note}, {@code not sent}, {@code
   * failed}. A system line is none of the customer's business and no note either.
   */
  static List<String> marks(Message message) {
    List<String> marks = new ArrayList<>(0);
    if (Insight.isNote(message)) {
      marks.add("note");
    }
    if (message.delivery() == Delivery.UNSENT) {
      marks.add("not sent");
    }
    if (message.delivery() == Delivery.FAILED) {
      marks.add("failed");
    }
    return marks;
  }

  /** The marks, as a row says them, and whether it is deleted. */
  static String words(Message message) {
    String marks = String.join(", ", marks(message));
    String gap = marks.isEmpty() ? "" : ", ";
    return message.deleted() ? marks + gap + "deleted" : marks;
  }

  /** The colour that says the same as a message's marks. */
  static Tone markTone(Message message) {
    if (isFailed(message) || isUnsent(message)) {
      return Tone.FAILED;
    }
    return message.role() == Role.SYSTEM ? Tone.SYSTEM : Tone.NOTE;
  }

  /** The colour that says the same as the role. */
  static Tone voice(Message message) {
    return switch (message.role()) {
      case CUSTOMER -> Tone.CUSTOMER;
      case AGENT -> Tone.AGENT;
      case BOT -> Tone.BOT;
      case SYSTEM -> Tone.SYSTEM;
      case UNKNOWN -> Tone.PLAIN;
    };
  }

  /** What stands for a message without text and attachments: {@code (call)}. */
  static String wordless(Message message) {
    String type = present(message.contentType());
    return type.isEmpty() || type.equals("text") ? "(no text)" : "(" + type + ")";
  }

  /** {@code 999 B}, {@code 1.2 kB}; a kB is 1000 bytes. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    long tenths = bytes / 100;
    int unit = 0;
    while (tenths >= 10_000 && unit < 3) {
      tenths /= 1000;
      unit++;
    }
    String digits = tenths < 100 ? tenths / 10 + "." + tenths % 10 : String.valueOf(tenths / 10);
    return digits + " " + "kMGT".charAt(unit) + "B";
  }

  /** How many messages there are and whether that is all: {@code 16 messages, complete}. */
  static String count(Document document) {
    Selection selection = document.meta().selection();
    return selection != null && selection.isPartial()
        ? all(document) + "; " + selection.shown() + " shown"
        : all(document);
  }

  private static String all(Document document) {
    Completeness known = document.meta().completeness();
    int count = document.count();
    String messages = count + (count == 1 ? " message" : " messages");
    if (count == 0 && known.complete() == null) {
      return "no messages fetched";
    }
    if (!Boolean.FALSE.equals(known.complete())) {
      return messages + (known.complete() == null ? ", perhaps not all" : ", complete");
    }
    Long expected = known.expected();
    if (expected == null || expected <= count) {
      return messages + (count == 0 ? ", not fetched" : ", not complete");
    }
    return count + " of " + expected + " messages, " + (expected - count) + " missing";
  }

  /** How many messages are there, whether that is all, and why not. */
  static String completeness(Document document) {
    Completeness known = document.meta().completeness();
    int count = document.count();
    String shown = shown(document);
    boolean partial = !shown.isEmpty();
    String noun = partial ? "" : count == 1 ? " message" : " messages";
    String messages = shown + count + noun;
    String why = reason(known.notes()).map(note -> ": " + Plain.line(note.text())).orElse("");
    Boolean complete = known.complete();
    if (complete == null) {
      return messages + (why.isEmpty() ? doubt(partial) : why);
    }
    if (complete) {
      return messages + ", complete";
    }
    if (known.expected() == null) {
      return messages + (count == 0 ? ", not fetched" : ", not complete") + why;
    }
    return shown
        + count
        + " of "
        + known.expected()
        + (partial ? "" : " messages")
        + (why.isEmpty() ? ", not complete" : why);
  }

  /** {@code 4 of 16 messages shown; }, or nothing where all are. */
  private static String shown(Document document) {
    Selection selection = document.meta().selection();
    return selection != null && selection.isPartial()
        ? selection.shown() + " of " + selection.of() + " messages shown; "
        : "";
  }

  private static String doubt(boolean partial) {
    return partial ? ", perhaps not all" : "; the platform does not say whether that is all";
  }

  /** The last lines: what the reader should know, then whether that was all. */
  static void closing(Page page, Document document, int columns) throws IOException {
    for (String note : notes(document)) {
      page.labelled("note: ", List.of(note), columns);
    }
    page.hanging(Tone.PLAIN, completeness(document), columns);
  }

  /** The notes that {@link #completeness} does not say already. */
  static List<String> notes(Document document) {
    Completeness known = document.meta().completeness();
    List<Note> others = new ArrayList<>(known.notes());
    if (!Boolean.TRUE.equals(known.complete())) {
      reason(others).ifPresent(others::remove);
    }
    return others.stream().map(note -> Plain.line(note.text())).toList();
  }

  private static Optional<Note> reason(List<Note> notes) {
    return notes.stream().filter(Note::reason).findFirst();
  }

  /** The text in one harmless line; empty for none. */
  static String present(@Nullable String remote) {
    return remote == null ? "" : Plain.line(remote).strip();
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
