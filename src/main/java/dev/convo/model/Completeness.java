package dev.convo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether every message is there.
 *
 * @param complete true when every message is known to be there, false when some are missing, null
 *     when the platform does not say
 * @param expected how many messages the platform says there are
 * @param notes why
 */
public record Completeness(@Nullable Boolean complete, @Nullable Long expected, List<Note> notes) {
  public Completeness {
    notes = List.copyOf(notes);
  }
}
