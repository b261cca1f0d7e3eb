package dev.convo.provider.asapp;

import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import dev.convo.provider.PersonMembers;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads ASAPP's answers: a conversation, a list of conversations, a list of messages. */
final class AsappDecoder {
  private static final PersonMembers PERSON = new PersonMembers("externalId", "name", null, null);

  private AsappDecoder() {}

  /** A conversation in the answer to a look-up. */
  record Item(Conversation conversation, @Nullable String externalId) {}

  /**
   * What an answer with {@code items} holds.
   *
   * @param rest the other members
   */
  record Items<T>(List<T> list, Attributes rest) {}

  static Conversation conversation(Query query, Json json) {
    Conversation conversation =
        Reading.recognised(json, "a conversation", AsappDecoder::item).conversation();
    query.checkId(conversation.id());
    return conversation.id() == null ? conversation.change().id(query.id()).build() : conversation;
  }

  static Items<Item> items(Json json) {
    Items<Item> items = read(json, "a list of conversations", AsappDecoder::item);
    // Anything but conversations among the items must not pass for "no such conversation".
    if (items.rest().get("items") != null) {
      throw Reading.unknown(json, "a list of conversations", items.rest());
    }
    return items;
  }

  /** Messages whose authors have no names yet. */
  static Items<Message> messages(Reading reading, Json json) {
    return read(json, "a list of messages", in -> message(reading, in));
  }

  private static <T> Items<T> read(Json json, String expected, Function<Fields, T> decode) {
    return Reading.recognised(
        json,
        expected,
        in -> {
          List<T> list = null;
          while (in.next()) {
            if (in.name().equals("items")) {
              list = in.objectsAndNulls(decode);
            } else {
              in.keepUnknown();
            }
          }
          return new Items<>(list == null ? List.of() : list, in.rest());
        });
  }

  private static Item item(Fields in) {
    Conversation.Builder to = Conversation.of("asapp");
    String externalId = null;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> to.id(in.id());
        case "agent" -> to.assignee(in.object(PERSON::read));
        case "customer" -> to.customer(in.object(PERSON::read));
        case "externalId" -> externalId = in.text(in.name(), in.kept());
        case "metadata" -> in.keep();
        default -> in.keepUnknown();
      }
    }
    return new Item(to.attributes(in.rest()).build(), externalId);
  }

  private record Sender(Role role, @Nullable String id) {
    static final Sender NONE = new Sender(Role.UNKNOWN, null);
  }

  private static Message message(Reading reading, Fields in) {
    Message.Builder to = Message.of(null);
    Instant sentAt = null;
    Value created = Value.None.NONE;
    Sender sender = null;
    while (in.next()) {
      switch (in.name()) {
        case "messageId" -> to.id(in.id());
        case "text" -> to.text(in.text());
        case "clientTimestamp" -> sentAt = in.time();
        case "createdTimestamp" -> created = in.value();
        case "sender" -> sender = in.object(AsappDecoder::sender);
        default -> in.keep();
      }
    }
    Sender known = sender == null ? Sender.NONE : sender;
    if (known.role() == Role.UNKNOWN) {
      reading.note("role_unknown", "messages without a known sender are shown as private");
    }
    if (sentAt == null) {
      sentAt = in.time("createdTimestamp", created);
    } else {
      in.keep("createdTimestamp", created);
    }
    boolean person = known.role() == Role.CUSTOMER || known.role() == Role.AGENT;
    return to.at(sentAt)
        .role(known.role())
        .author(Participant.ofId(known.id()))
        .visibility(person ? Visibility.PUBLIC : Visibility.PRIVATE)
        .delivery(known.role() == Role.CUSTOMER ? Delivery.RECEIVED : Delivery.UNKNOWN)
        .attributes(in.rest())
        .build();
  }

  private static Sender sender(Fields in) {
    Role role = Role.UNKNOWN;
    String id = null;
    while (in.next()) {
      switch (in.name()) {
        case "externalId" -> id = in.id();
        case "role" -> {
          Value word = in.value();
          role = role(word);
          if (role == Role.UNKNOWN) {
            in.keep("role", word);
          }
        }
        default -> in.keep();
      }
    }
    return new Sender(role, id);
  }

  private static Role role(Value word) {
    return switch (word.word()) {
      case "customer" -> Role.CUSTOMER;
      case "agent" -> Role.AGENT;
      case "system" -> Role.SYSTEM;
      default -> Role.UNKNOWN;
    };
  }

  /**
   * The message with its author's name where that is certain: a conversation has one customer, but
   * may change agents.
   */
  static Message withName(Message message, Conversation conversation) {
    Participant author = message.author();
    Participant person =
        switch (message.role()) {
          case CUSTOMER -> conversation.customer();
          case AGENT -> author == null ? null : conversation.assignee();
          case BOT, SYSTEM, UNKNOWN -> null;
        };
    if (person == null || person.name() == null) {
      return message;
    }
    if (author == null) {
      return message.withAuthor(Participant.of(null, person.name()));
    }
    return author.id() != null && author.id().equals(person.id())
        ? message.withAuthor(Participant.of(person.id(), person.name()))
        : message;
  }

  static Attributes joined(Conversation conversation, String under, Attributes beside) {
    if (beside.isEmpty()) {
      return conversation.attributes();
    }
    Map<String, Value> all = conversation.attributes().toMap();
    all.merge(under, beside, (first, second) -> new Value.Items(List.of(first, second)));
    return Attributes.of(all);
  }
}
