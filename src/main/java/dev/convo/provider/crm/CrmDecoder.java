package dev.convo.provider.crm;

import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import dev.convo.provider.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one answer of oHallo. */
final class CrmDecoder {
  private final Query query;
  private final Reading reading;
  private final Conversation.Builder conversation = Conversation.of("crm");
  private @Nullable String id;
  private @Nullable Participant contact;
  private @Nullable Long count;
  private List<Message> messages = List.of();

  CrmDecoder(Query query, Reading reading) {
    this.query = query;
    this.reading = reading;
  }

  Found decode(Json json) {
    Attributes rest = Reading.recognised(json, "a conversation", this::members);
    if (id == null && messages.isEmpty()) {
      Refusals.check(rest);
    }
    query.checkId(id);
    conversation.id(id).customer(contact).attributes(rest).messages(signed());
    return new Found(conversation.build(), completeness(rest), null);
  }

  private Attributes members(Fields in) {
    Value contactId = Value.None.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> id = in.id();
        case "status" -> conversation.status(in.word());
        case "subject" -> conversation.subject(in.text());
        case "summary" -> conversation.summary(in.text());
        case "outcome" -> conversation.outcome(in.text());
        case "createdAt" -> conversation.createdAt(in.time());
        case "updatedAt" -> conversation.updatedAt(in.time());
        case "lastMessageAt" -> conversation.lastMessageAt(in.time());
        case "messageCount" -> count = count(in);
        case "contact" -> contact = in.object(PersonDecoder::contact);
        case "contactId" -> contactId = in.value();
        case "messages" -> messages(in);
        case "tenantId", "workspaceId", "channelId", "accountId", "account", "attentionItems" ->
            in.keep();
        default -> in.keepUnknown();
      }
    }
    identify(contactId, in);
    return in.rest();
  }

  private static @Nullable Long count(Fields in) {
    Long count = in.whole();
    if (count != null && count < 0) {
      in.put("messageCount", new Value.Numeral(count.toString()));
      return null;
    }
    return count;
  }

  /** The contact keeps its own id; without one, it gets the id that the conversation names. */
  private void identify(Value contactId, Fields in) {
    String named = in.text("contactId", contactId);
    if (contact == null) {
      contact = Participant.ofId(named);
    } else if (contact.id() == null) {
      contact = contact.withId(named);
    } else if (named != null && !named.equals(contact.id())) {
      in.put("contactId", contactId);
    }
  }

  private void messages(Fields in) {
    if (!query.messages()) {
      in.list(Json::value);
      return;
    }
    List<Message> found = in.objectsAndNulls(MessageDecoder::message);
    messages = found == null ? List.of() : found;
  }

  /** A customer's message without an author was written by the contact. */
  private List<Message> signed() {
    Participant person = contact == null ? null : Participant.of(contact.id(), contact.name());
    return messages.stream()
        .map(
            message ->
                message.role() == Role.CUSTOMER && message.author() == null
                    ? message.withAuthor(person)
                    : message)
        .toList();
  }

  /** Complete if the count is the number of messages, incomplete if it is higher, else unknown. */
  private Completeness completeness(Attributes rest) {
    if (!query.messages()) {
      return reading.notAsked(count);
    }
    boolean others = rest.get("messages") != null;
    if (others) {
      reading.noteOthers("oHallo");
    }
    if (count == null) {
      reading.reason("total_unknown", "oHallo did not say how many messages there are");
      return reading.completeness(null, null);
    }
    if (messages.size() == count) {
      return reading.completeness(others ? null : true, count);
    }
    if (messages.size() > count) {
      reading.reason(
          "total_differs", "oHallo counts " + count + " messages and sent " + messages.size());
      return reading.completeness(null, count);
    }
    reading.reason(
        "messages_missing",
        messages.size()
            + " of "
            + count
            + " messages: oHallo's answer holds no more, and its API documents no call for the"
            + " others");
    return reading.completeness(false, count);
  }
}
