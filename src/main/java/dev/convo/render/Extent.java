package dev.convo.render;

import dev.convo.model.Completeness;
import dev.convo.model.Document;
import dev.convo.model.Note;
import dev.convo.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many messages there are, whether that is all, and why not. */
final class Extent {
  /** The code of the note that messages were not asked for: then their number means nothing. */
  private static final String NOT_ASKED = "messages_not_asked";

  private Extent() {}

  /** {@code 16 messages, complete}; {@code 2 of 5 messages, 3 missing; 1 shown}. */
  static String count(Document document) {
    return all(document) + (document.isPartial() ? "; " + shown(document) + " shown" : "");
  }

  private static int shown(Document document) {
    return document.conversation().messages().size();
  }

  private static String all(Document document) {
    Completeness known = document.meta().completeness();
    int count = document.count();
    if (known.notes().stream().anyMatch(note -> note.code().equals(NOT_ASKED))) {
      return "no messages fetched";
    }
    if (known.complete() == null) {
      return count(count) + ", perhaps not all";
    }
    if (known.complete()) {
      return count(count) + ", complete";
    }
    Long expected = known.expected();
    if (expected == null || expected <= count) {
      return count(count) + (count == 0 ? ", not fetched" : ", not complete");
    }
    return count + " of " + expected + " messages, " + (expected - count) + " missing";
  }

  /** The last line, with the reason: {@code 4 of 16 messages shown; 16, complete}. */
  static String completeness(Document document) {
    Completeness known = document.meta().completeness();
    int count = document.count();
    boolean partial = document.isPartial();
    String shown = partial ? shown(document) + " of " + count(count) + " shown; " : "";
    String messages = shown + (partial ? count : count(count));
    String all = count + " of " + known.expected() + " messages";
    String why =
        reason(known.notes())
            // The line itself says how many.
            .map(note -> ": " + Plain.line(note.text()).replace(all + ": ", ""))
            .orElse("");
    if (known.complete() == null) {
      String doubt =
          partial ? ", perhaps not all" : "; the platform does not say whether that is all";
      return messages + (why.isEmpty() ? doubt : why);
    }
    if (known.complete()) {
      return messages + ", complete";
    }
    if (known.expected() == null) {
      return messages + (count == 0 ? ", not fetched" : ", not complete") + why;
    }
    String fetched = partial ? count + " of " + known.expected() : all;
    return shown + fetched + (why.isEmpty() ? ", not complete" : why);
  }

  private static String count(int messages) {
    return messages + (messages == 1 ? " message" : " messages");
  }

  /** The notes that {@link #completeness} does not repeat. */
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
}
