package dev.convo.diff;

import dev.convo.model.Document;
import org.jspecify.annotations.Nullable;

/**
 * One of the two documents to compare.
 *
 * @param source the path it was read from, as typed; null if it was fetched just now
 * @param whole as it was fetched: messages are matched here, so that one which an option leaves out
 *     of one document only does not look deleted
 * @param open what may be shown of it; its messages keep their numbers
 * @param shown what is shown of it: the selected messages
 */
public record Side(@Nullable String source, Document whole, Document open, Document shown) {
  /** A document that is shown whole. */
  public Side(@Nullable String source, Document document) {
    this(source, document, document, document);
  }

  boolean isComplete() {
    return Boolean.TRUE.equals(whole.meta().completeness().complete());
  }
}
