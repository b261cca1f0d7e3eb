package dev.convo.provider.workspace;

import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import dev.convo.provider.PersonMembers;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one answer of Trillet, a message at a time: there may be hundreds of thousands. */
final class WorkspaceDecoder {
  private static final Set<String> FAILED = Set.of("failed", "undelivered");

  /** Statuses of a message that waits for approval or was denied it: why it was not sent. */
  private static final Set<String> DRAFTS =
      Set.of("draft", "pending", "pending_approval", "rejected", "scheduled", "unsent");

  private static final PersonMembers CUSTOMER = new PersonMembers(null, "name", "email", "phone");

  private final Query query;
  private final Reading reading;
  private final Conversation.Builder conversation = Conversation.of("workspace");
  private @Nullable String id;
  private @Nullable Participant agent;
  private @Nullable Participant customer;

  /** The customer as the author of messages. */
  private @Nullable Participant person;

  private int count;
  private @Nullable List<Message> messages;

  WorkspaceDecoder(Query query, Reading reading) {
    this.query = query;
    this.reading = reading;
  }

  Found decode(Json json) {
    Attributes rest = Reading.recognised(json, "a conversation", this::members);
    query.checkId(id);
    conversation.id(id).customer(customer).assignee(agent).attributes(rest).messages(signed());
    return new Found(conversation.build(), completeness(rest), null);
  }

  /** All messages are embedded, so they are complete unless an entry was not a message. */
  private Completeness completeness(Attributes rest) {
    if (!query.messages()) {
      return reading.notAsked(null);
    }
    if (messages == null) {
      reading.reason("messages_missing", "Trillet's answer holds no list of messages");
      return reading.completeness(null, null);
    }
    if (rest.get("messages") != null) {
      reading.noteOthers("Trillet");
      return reading.completeness(null, null);
    }
    return reading.completeness(true, null);
  }

  private Attributes members(Fields in) {
    while (in.next()) {
      switch (in.name()) {
        case "_id" -> id = in.id();
        case "agentId" -> agent = Participant.ofId(in.id());
        case "customer" -> {
          customer = in.object(CUSTOMER::read);
          person = customer == null ? null : Participant.of(null, customer.name());
        }
        case "createdAt" -> conversation.createdAt(in.time());
        case "updatedAt" -> conversation.updatedAt(in.time());
        case "messages" -> messages(in);
        case "pathwayId", "userId" -> in.keep();
        default -> in.keepUnknown();
      }
    }
    return in.rest();
  }

  private void messages(Fields in) {
    if (!query.messages()) {
      in.list(Json::value);
      return;
    }
    messages = in.objectsAndNulls(this::message);
  }

  private Message message(Fields in) {
    Message.Builder to = Message.of(null).number(++count);
    Value direction = Value.None.NONE;
    Value sent = Value.None.NONE;
    Value status = Value.None.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "_id" -> to.id(in.id());
        case "message" -> to.text(in.text());
        case "createdAt" -> to.at(in.time());
        case "direction" -> direction = in.value();
        case "sent" -> sent = in.value();
        case "status" -> status = in.value();
        default -> in.keep();
      }
    }
    Role role = role(direction);
    if (role == Role.UNKNOWN) {
      reading.note(
          "direction_unknown",
          "messages that Trillet marks neither inbound nor outbound are shown as private");
      in.keep("direction", direction);
    }
    String word = status.word().toLowerCase(Locale.ROOT);
    Delivery delivery = delivery(role, in.flag("sent", sent), word);
    String held = delivery == Delivery.UNSENT && DRAFTS.contains(word) ? status.word() : null;
    if (held == null) {
      in.keep("status", status);
    }
    if (delivery != Delivery.SENT && delivery != Delivery.UNSENT) {
      in.keep("sent", sent);
    }
    // Customer and agent usually come before the messages; where they do not, signed() adds them.
    return to.role(role)
        .author(author(role))
        .visibility(role == Role.UNKNOWN ? Visibility.PRIVATE : Visibility.PUBLIC)
        .delivery(delivery)
        .extras(held == null ? Extras.NONE : Extras.with().failure(held).build())
        .attributes(in.rest())
        .build();
  }

  private static Role role(Value direction) {
    return switch (direction.word()) {
      case "inbound" -> Role.CUSTOMER;
      case "outbound" -> Role.AGENT;
      default -> Role.UNKNOWN;
    };
  }

  /** A draft may have any status, even "approved": {@code sent} decides. */
  private static Delivery delivery(Role role, @Nullable Boolean sent, String status) {
    if (role == Role.CUSTOMER) {
      return Delivery.RECEIVED;
    }
    if (Boolean.FALSE.equals(sent)) {
      return Delivery.UNSENT;
    }
    if (FAILED.contains(status)) {
      return Delivery.FAILED;
    }
    if (sent == null && DRAFTS.contains(status)) {
      return Delivery.UNSENT;
    }
    return role == Role.AGENT && sent != null ? Delivery.SENT : Delivery.UNKNOWN;
  }

  /** The messages with their authors, who may come after them in the answer. */
  private List<Message> signed() {
    if (messages == null) {
      return List.of();
    }
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      Participant author = author(message.role());
      if (!Objects.equals(message.author(), author)) {
        messages.set(i, message.withAuthor(author));
      }
    }
    return messages;
  }

  private @Nullable Participant author(Role role) {
    return switch (role) {
      case CUSTOMER -> person;
      case AGENT -> agent;
      case BOT, SYSTEM, UNKNOWN -> null;
    };
  }
}
