package dev.convo.render;

import dev.convo.model.Attachment;
import dev.convo.model.Completeness;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import dev.convo.text.Cells;
import dev.convo.text.Plain;
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
  /** A longer id is nobody's choice of a name, such as a UUID. In cells. */
  private static final int LONG_ID = 16;

  /** The first group of a UUID and an ellipsis. */
  private static final int BRIEF_ID = 9;

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

  /** {@code 2026-03-15 Sunday}. */
  static String day(LocalDate day) {
    return day + " " + capital(day.getDayOfWeek());
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

  /** A message's author by name, else by id; empty without either. */
  static String author(Message message) {
    Participant author = message.author();
    if (author == null) {
      return "";
    }
    String name = present(author.name());
    return name.isEmpty() ? id(present(author.id())) : name;
  }

  /** The same where room is scarce: of a long id the beginning tells people apart. */
  static String briefAuthor(Message message) {
    Participant author = message.author();
    if (author == null || !present(author.name()).isEmpty()) {
      return author(message);
    }
    String id = present(author.id());
    return id(Cells.width(id) > LONG_ID ? Cells.cut(id, BRIEF_ID) : id);
  }

  private static String id(String id) {
    return id.isEmpty() ? "" : "id " + id;
  }

  /** All that is known of a person: {@code Ada, ada@example.com, +44 … (id 7)}. */
  static String person(@Nullable Participant person) {
    if (person == null) {
      return "";
    }
    List<String> known = new ArrayList<>();
    for (String part : new String[] {person.name(), person.email(), person.phone()}) {
      if (!present(part).isEmpty()) {
        known.add(present(part));
      }
    }
    String id = present(person.id());
    return id.isEmpty()
        ? String.join(", ", known)
        : known.isEmpty() ? "id " + id : String.join(", ", known) + " (id " + id + ")";
  }

  /**
   * What sets a message apart from what both sides saw: {@code note}, {@code not sent}, {@code
   * failed}. A system line is none of the customer's business and no note either.
   */
  static List<String> marks(Message message) {
    List<String> marks = new ArrayList<>(0);
    if (isNote(message)) {
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

  /** Whether somebody wrote it for colleagues only. */
  static boolean isNote(Message message) {
    return message.visibility() == Visibility.PRIVATE && message.role() != Role.SYSTEM;
  }

  /** The colour that says the same as the marks. */
  static Tone tone(Message message) {
    return switch (message.delivery()) {
      case FAILED, UNSENT -> Tone.FAILED;
      case RECEIVED, SENT, DELIVERED, READ, UNKNOWN ->
          isNote(message) ? Tone.NOTE : message.role() == Role.SYSTEM ? Tone.SYSTEM : Tone.PLAIN;
    };
  }

  /** What stands for a message without text and attachments: {@code (call)}. */
  static String wordless(Message message) {
    String type = present(message.contentType());
    return type.isEmpty() || type.equals("text") ? "(no text)" : "(" + type + ")";
  }

  /** {@code [image] photo.png, 1.2 MB https://…}. */
  static String attachment(Attachment attachment) {
    String type = present(attachment.type());
    StringBuilder line = new StringBuilder();
    line.append('[').append(type.isEmpty() ? "attachment" : type).append(']');
    String name = present(attachment.name());
    if (!name.isEmpty()) {
      line.append(' ').append(name);
    }
    if (attachment.size() != null) {
      line.append(name.isEmpty() ? " " : ", ").append(size(attachment.size()));
    }
    String url = present(attachment.url());
    if (!url.isEmpty()) {
      line.append(' ').append(url);
    }
    return line.toString();
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

  /** How many messages are there, whether that is all, and why not. */
  static String completeness(Document document) {
    Completeness known = document.meta().completeness();
    int count = document.conversation().messages().size();
    String messages = count + (count == 1 ? " message" : " messages");
    String why = reason(known.notes()).map(note -> ": " + Plain.line(note.text())).orElse("");
    Boolean complete = known.complete();
    if (complete == null) {
      return messages + (why.isEmpty() ? "; the platform does not say whether that is all" : why);
    }
    if (complete) {
      return messages + ", complete";
    }
    if (known.expected() == null) {
      return messages + (count == 0 ? ", not fetched" : ", not complete") + why;
    }
    return count
        + " of "
        + known.expected()
        + " messages"
        + (why.isEmpty() ? ", not complete" : why);
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
