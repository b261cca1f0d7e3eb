package dev.convo.session;

import dev.convo.model.Document;
import dev.convo.model.Note;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a selection keeps no message in a whole run. For one conversation among many that is
 * usual: a search through a thousand finds its word in a few.
 */
final class NothingKept {
  /** The code of the note that says so of one conversation. */
  static final String CODE = "nothing_selected";

  private int conversations;
  private boolean kept;
  private @Nullable Note first;

  /** Counts a document that is to be shown. */
  void see(Document document) {
    conversations++;
    kept |= !document.conversation().messages().isEmpty();
    for (Note note : document.meta().completeness().notes()) {
      first = first == null && note.code().equals(CODE) ? note : first;
    }
  }

  /** Why nothing was kept, if nothing was. */
  Optional<Note> note() {
    if (kept || first == null) {
      return Optional.empty();
    }
    return Optional.of(
        conversations == 1
            ? first
            : new Note(CODE, "no conversation has a message to show; the first: " + first.text()));
  }
}
