package dev.convo.diff;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the two documents that are compared.
 *
 * @param source the path it was read from, as it was typed; null where it was fetched just now
 * @param whole as it was fetched: messages are matched here, so that what an option leaves out of
 *     one document only does not look deleted
 * @param open what may be shown of it; its messages keep their numbers
 * @param shown what is shown of it: the messages that were chosen
 */
public record Side(@Nullable String source, Document whole, Document open, Document shown) {
  /** A document of which everything is shown. */
  public Side(@Nullable String source, Document document) {
    this(source, document, document, document);
  }

  /** Whether every message is known to be there. */
  boolean isComplete() {
    return Boolean.TRUE.equals(whole.meta().completeness().complete());
  }

  /** The messages that may be shown, by number. */
  Map<Integer, Message> openByNumber() {
    Map<Integer, Message> byNumber = new HashMap<>();
    open.conversation().messages().forEach(one -> byNumber.put(one.number(), one));
    return byNumber;
  }

  /** The numbers of the messages that were chosen. */
  Set<Integer> chosen() {
    return shown.conversation().messages().stream()
        .map(Message::number)
        .collect(Collectors.toSet());
  }
}
