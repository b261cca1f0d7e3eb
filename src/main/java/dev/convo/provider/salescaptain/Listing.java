package dev.convo.provider.salescaptain;

import dev.convo.http.Request;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import dev.convo.provider.Pages;
import dev.convo.provider.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of one conversation, while its pages are read from the first to the last. */
final class Listing {
  private final Request first;
  private final Reading reading;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Message> known = new HashMap<>();
  private final List<Value> leftOver = new ArrayList<>();
  private List<Message> last = List.of();
  private long read;
  private @Nullable Long total;
  private boolean changed;
  private boolean others;
  private @Nullable String lack;

  /**
   * Starts with no messages.
   *
   * @param first the request for the first page
   */
  Listing(Request first, Reading reading) {
    this.first = first;
    this.reading = reading;
  }

  /** Keeps what is new on a page; the last page is the one that the platform's count names. */
  Pages.Next take(SalesCaptainDecoder.Page page) {
    read++;
    if (!page.leftOver().isEmpty()) {
      leftOver.add(page.leftOver());
    }
    if (page.odd()) {
      others = true;
      reading.noteOthers("SalesCaptain");
    }
    changed |= read > 1 && total != null && page.count() != null && !total.equals(page.count());
    total = page.count() == null ? total : page.count();
    long before = messages.size();
    if (!page.messages().equals(last)) {
      page.messages().stream().filter(this::isNew).forEach(messages::add);
    }
    last = page.messages();
    Long pages = page.pages();
    if (page.messages().isEmpty() || pages != null && read >= pages) {
      return end();
    }
    if (messages.size() == before) {
      return Pages.Outcome.stopped(reading, "SalesCaptain sent the same page of messages again");
    }
    return new Pages.Ask(first.query("page_number", String.valueOf(read + 1)));
  }

  /** A repetition is equal in every part: another message may have the same id. */
  private boolean isNew(Message message) {
    String id = message.id();
    return id == null || !message.equals(known.put(id, message));
  }

  private Pages.Next end() {
    if (total == null) {
      reading.reason("total_unknown", "SalesCaptain did not say how many messages there are");
      return Pages.Outcome.end(null);
    }
    if (changed) {
      lack = "the number of messages changed during the fetch; run it again to get them all";
      reading.reason("total_changed", lack);
      return Pages.Outcome.end(false);
    }
    if (total != messages.size()) {
      lack = "SalesCaptain counts " + total + " messages and sent " + messages.size();
      reading.reason("total_differs", lack);
    }
    // What cannot be read as a message may have been one.
    return Pages.Outcome.end(
        total != messages.size() ? Boolean.FALSE : others ? null : Boolean.TRUE);
  }

  /** Why messages are missing although no page failed; null where none are. */
  @Nullable String lack() {
    return lack;
  }

  @Nullable Long total() {
    return total;
  }

  /** The messages so far; those of the contact under the contact's name. */
  List<Message> messages(@Nullable Participant contact) {
    if (contact == null || contact.id() == null) {
      return messages;
    }
    Participant author = Participant.of(contact.id(), contact.name());
    return messages.stream().map(message -> withName(message, contact.id(), author)).toList();
  }

  private static Message withName(Message message, String contact, @Nullable Participant author) {
    Participant before = message.author();
    return before != null && contact.equalsIgnoreCase(before.id())
        ? message.withAuthor(author)
        : message;
  }

  /** What the pages held besides messages. */
  List<Value> leftOver() {
    return leftOver;
  }
}
