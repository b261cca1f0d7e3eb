package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import dev.convo.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words of the formats for people. Remote text becomes one harmless line. */
final class Wording {
  private Wording() {}

  /** The message's number, right-aligned. */
  static String number(Message message, int width) {
    String number = message.number() == 0 ? "" : String.valueOf(message.number());
    return " ".repeat(Math.max(0, width - number.length())) + number;
  }

  /** Cells for the largest number of these messages, at least 2. */
  static int numberWidth(List<Message> messages) {
    int last = messages.isEmpty() ? 0 : messages.get(messages.size() - 1).number();
    return Math.max(2, String.valueOf(last).length());
  }

  /** Who speaks to whom, in one cell. */
  static String direction(Message message) {
    if (isFailed(message)) {
      return "!";
    }
    if (message.deleted()) {
      return "x";
    }
    if (message.visibility() == Visibility.PRIVATE || isUnsent(message)) {
      return "·";
    }
    return switch (message.role()) {
      case CUSTOMER -> ">";
      case AGENT, BOT -> "<";
      case SYSTEM -> "·";
      case UNKNOWN -> "?";
    };
  }

  /** How far an outgoing message got; empty if that is unknown or a mark says it. */
  static String delivery(Message message) {
    return switch (message.delivery()) {
      case SENT, DELIVERED, READ ->
          message.visibility() == Visibility.PRIVATE ? "" : message.delivery().word();
      case RECEIVED, FAILED, UNSENT, UNKNOWN -> "";
    };
  }

  static boolean isFailed(Message message) {
    return message.delivery() == Delivery.FAILED;
  }

  static boolean isUnsent(Message message) {
    return message.delivery() == Delivery.UNSENT;
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
    return joined(" ", conversation.provider(), present(conversation.id()));
  }

  /** A message's author by name, else by id, else empty. */
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

  /** All that is known of a person, {@code Ada ada@example.com +44 …}; the id if that is all. */
  static String person(@Nullable Participant person) {
    List<String> known = known(person);
    return known.isEmpty() && person != null ? id(present(person.id())) : String.join("  ", known);
  }

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
   * failed}. A system line is not a note, although the customer does not see it either.
   */
  static List<String> marks(Message message) {
    List<String> marks = new ArrayList<>(0);
    if (Insight.isNote(message)) {
      marks.add("note");
    }
    if (isUnsent(message)) {
      marks.add("not sent");
    }
    if (isFailed(message)) {
      marks.add("failed");
    }
    return marks;
  }

  /** {@code note, deleted}: the marks as a row of the table has them. */
  static String words(Message message) {
    return joined(", ", String.join(", ", marks(message)), message.deleted() ? "deleted" : "");
  }

  /** The colour of a message's marks. */
  static Tone markTone(Message message) {
    if (isFailed(message) || isUnsent(message)) {
      return Tone.FAILED;
    }
    return message.role() == Role.SYSTEM ? Tone.SYSTEM : Tone.NOTE;
  }

  /** The colour of a message's role. */
  static Tone voice(Message message) {
    return switch (message.role()) {
      case CUSTOMER -> Tone.CUSTOMER;
      case AGENT -> Tone.AGENT;
      case BOT -> Tone.BOT;
      case SYSTEM -> Tone.SYSTEM;
      case UNKNOWN -> Tone.PLAIN;
    };
  }

  /** For a message without text and attachments: {@code (call)}. */
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

  /** The parts that are not empty, with this between them. */
  static String joined(String between, String... parts) {
    String joined = "";
    for (String part : parts) {
      joined = joined.isEmpty() ? part : part.isEmpty() ? joined : joined + between + part;
    }
    return joined;
  }

  /** One harmless line; may be empty. */
  static String present(@Nullable String remote) {
    return remote == null ? "" : Plain.line(remote).strip();
  }
}
