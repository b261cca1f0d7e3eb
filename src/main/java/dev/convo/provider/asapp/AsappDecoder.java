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
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads ASAPP's answers: a conversation, a list of such, a list of messages. */
final class AsappDecoder {
  private AsappDecoder() {}

  /**
   * A conversation out of the answer to a look-up.
   *
   * @param known how many of its members are documented ones
   */
  record Item(Conversation conversation, @Nullable String externalId, int known) {}

  /**
   * What an answer with {@code items} holds.
   *
   * @param rest what stands beside them
   */
  record Items<T>(List<T> list, Attributes rest, boolean known) {}

  static Conversation conversation(Query query, Json json) {
    Item item = json.object(AsappDecoder::item);
    Conversation conversation = item.conversation();
    if (item.known() == 0) {
      throw Reading.unknown(json, "a conversation", conversation.attributes());
    }
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
    Items<T> items =
        json.object(
            in -> {
              List<T> list = null;
              boolean known = false;
              while (in.next()) {
                if (in.name().equals("items")) {
                  known = true;
                  list = in.objectsAndNulls(decode);
                } else {
                  in.keep();
                }
              }
              return new Items<>(list == null ? List.of() : list, in.rest(), known);
            });
    if (!items.known()) {
      throw Reading.unknown(json, expected, items.rest());
    }
    return items;
  }

  private static Item item(Fields in) {
    Conversation.Builder to = Conversation.of("asapp");
    String externalId = null;
    int known = 0;
    while (in.next()) {
      known++;
      switch (in.name()) {
        case "id" -> to.id(in.id());
        case "agent" -> to.assignee(in.object(AsappDecoder::person));
        case "customer" -> to.customer(in.object(AsappDecoder::person));
        case "externalId" -> {
          Value value = in.value();
          externalId = in.text("externalId", value);
          in.put("externalId", value);
        }
        case "metadata" -> in.keep();
        default -> {
          known--;
          in.keep();
        }
      }
    }
    return new Item(to.attributes(in.rest()).build(), externalId, known);
  }

  private static @Nullable Participant person(Fields in) {
    String id = null;
    String name = null;
    while (in.next()) {
      switch (in.name()) {
        case "externalId" -> id = in.id();
        case "name" -> name = in.text();
        default -> in.keep();
      }
    }
    Attributes rest = in.rest();
    return id == null && name == null && rest.isEmpty()
        ? null
        : new Participant(id, name, null, null, rest);
  }

  private record Sender(Role role, @Nullable String id) {
    static final Sender NONE = new Sender(Role.UNKNOWN, null);
  }

  private static Message message(Reading reading, Fields in) {
    String id = null;
    String text = null;
    Instant sentAt = null;
    Value created = Value.None.NONE;
    Sender sender = null;
    while (in.next()) {
      switch (in.name()) {
        case "messageId" -> id = in.id();
        case "text" -> text = in.text();
        case "clientTimestamp" -> sentAt = in.time();
        case "createdTimestamp" -> created = in.value();
        case "sender" -> sender = in.object(AsappDecoder::sender);
        default -> in.keep();
      }
    }
    Sender known = sender == null ? Sender.NONE : sender;
    if (known.role() == Role.UNKNOWN) {
      reading.note(
          "role_unknown",
          "messages of which ASAPP does not say who sent them are shown as private");
    }
    if (sentAt == null) {
      sentAt = in.time("createdTimestamp", created);
    } else if (created != Value.None.NONE) {
      in.put("createdTimestamp", created);
    }
    boolean person = known.role() == Role.CUSTOMER || known.role() == Role.AGENT;
    return Message.of(id)
        .at(sentAt)
        .role(known.role())
        .author(Participant.ofId(known.id()))
        .text(text)
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
          if (role == Role.UNKNOWN && word != Value.None.NONE) {
            in.put("role", word);
          }
        }
        default -> in.keep();
      }
    }
    return new Sender(role, id);
  }

  private static Role role(Value word) {
    return switch (word instanceof Value.Text text ? text.text() : "") {
      case "customer" -> Role.CUSTOMER;
      case "agent" -> Role.AGENT;
      case "system" -> Role.SYSTEM;
      default -> Role.UNKNOWN;
    };
  }

  /**
   * The message with its author's name, where that is sure: agents change within a conversation, a
   * customer does not.
   */
  static Message named(Message message, Conversation conversation) {
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

  /** A conversation that also has what an answer beside its own holds and the model does not. */
  static Conversation with(Conversation conversation, String under, Attributes beside) {
    if (beside.isEmpty()) {
      return conversation;
    }
    Map<String, Value> all = conversation.attributes().toMap();
    all.merge(under, beside, (first, second) -> new Value.Items(List.of(first, second)));
    return conversation.change().attributes(Attributes.of(all)).build();
  }
}
