package dev.convo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether every message is there.
 *
 * @param complete true if all messages are known to be there, false if some are missing, null if
 *     the platform does not say
 * @param expected how many messages there are, according to the platform
 * @param notes why
 */
public record Completeness(@Nullable Boolean complete, @Nullable Long expected, List<Note> notes) {
  public Completeness {
    notes = List.copyOf(notes);
  }
}
