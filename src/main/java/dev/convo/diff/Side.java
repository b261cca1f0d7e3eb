package dev.convo.diff;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the two documents that are compared.
 *
 * @param source the path it was read from, as it was typed; null where it was fetched just now
 * @param whole as it was fetched: messages are matched here, so that what an option leaves out of
 *     one document only does not look deleted
 * @param shown what may be shown of it; its messages keep their numbers
 */
public record Side(@Nullable String source, Document whole, Document shown) {
  /** A document of which everything is shown. */
  public Side(@Nullable String source, Document document) {
    this(source, document, document);
  }

  /** Whether every message is known to be there. */
  boolean isComplete() {
    return Boolean.TRUE.equals(whole.meta().completeness().complete());
  }

  /** The messages that are shown, by number. */
  Map<Integer, Message> shownByNumber() {
    Map<Integer, Message> byNumber = new HashMap<>();
    shown.conversation().messages().forEach(one -> byNumber.put(one.number(), one));
    return byNumber;
  }
}
