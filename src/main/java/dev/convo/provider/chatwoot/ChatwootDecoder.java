package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Value;
import dev.convo.provider.Pages;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import dev.convo.provider.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Chatwoot's answers about one conversation. */
final class ChatwootDecoder {
  private final Reading reading;
  private final Query query;
  private final People people = new People();

  ChatwootDecoder(Query query, Reading reading) {
    this.query = query;
    this.reading = reading;
  }

  /** The conversation, and the messages that its answer embeds. */
  record Opened(Conversation conversation, List<Message> embedded) {}

  /**
   * A page of messages.
   *
   * @param listed how many elements the platform listed, including any that are not messages
   * @param leftOver what is neither a message nor in the conversation's answer
   */
  record Page(List<Message> messages, int listed, Attributes leftOver) implements Pages.Page {}

  Opened conversation(Json json) {
    Opened opened = Reading.recognised(json, "a conversation", this::conversation);
    if (opened.conversation().id() == null && opened.embedded().isEmpty()) {
      Refusals.check(opened.conversation().attributes());
    }
    return opened;
  }

  private Opened conversation(Fields in) {
    Conversation.Builder to = Conversation.of("chatwoot");
    List<Message> embedded = new ArrayList<>();
    while (in.next()) {
      switch (in.name()) {
        case "id" -> {
          String id = in.id();
          query.checkId(id);
          to.id(id);
        }
        case "status" -> to.status(in.word());
        case "priority" -> to.priority(in.word());
        case "created_at" -> to.createdAt(in.time());
        case "updated_at" -> to.updatedAt(in.time());
        case "labels" -> to.labels(in.words());
        case "meta" -> in.inside(meta -> meta(meta, to));
        case "additional_attributes" -> in.inside(more -> additional(more, to));
        case "messages" -> {
          List<Message> last = in.objectsAndNulls(this::message);
          embedded.addAll(last == null ? List.of() : last);
        }
        case "last_non_activity_message" -> in.object(message -> embedded.add(message(message)));
        case "account_id",
            "custom_attributes",
            "inbox_id",
            "last_activity_at",
            "timestamp",
            "uuid" ->
            in.keep();
        default -> in.keepUnknown();
      }
    }
    return new Opened(to.attributes(in.rest()).build(), embedded);
  }

  private void meta(Fields in, Conversation.Builder to) {
    switch (in.name()) {
      case "sender" -> to.customer(in.object(people::customer));
      case "assignee" -> to.assignee(in.object(people::assignee));
      case "channel" -> to.channel(in.word());
      default -> in.keep();
    }
  }

  private static void additional(Fields in, Conversation.Builder to) {
    if (in.name().equals("mail_subject")) {
      to.subject(in.text());
    } else {
      in.keep();
    }
  }

  Page page(Json json) {
    Answer answer = json.object(this::page);
    if (answer.messages() == null) {
      throw Reading.unknown(json, "a list of messages under payload", answer.rest());
    }
    int odd =
        answer.rest().get("payload") instanceof Value.Items others ? others.values().size() : 0;
    return new Page(answer.messages(), answer.messages().size() + odd, answer.rest());
  }

  private record Answer(@Nullable List<Message> messages, Attributes rest) {}

  private Answer page(Fields in) {
    List<Message> messages = null;
    while (in.next()) {
      switch (in.name()) {
        case "payload" -> messages = in.objectsAndNulls(this::message);
        case "meta" -> in.inside(ChatwootDecoder::withoutRepeated);
        default -> in.keep();
      }
    }
    return new Answer(messages, in.rest());
  }

  /** Drops what repeats the conversation's own answer. */
  private static void withoutRepeated(Fields in) {
    switch (in.name()) {
      case "additional_attributes",
          "agent_last_seen_at",
          "assignee",
          "assignee_last_seen_at",
          "contact",
          "labels" ->
          in.drop();
      default -> in.keep();
    }
  }

  private Message message(Fields in) {
    MessageDecoder message = new MessageDecoder(people, reading);
    while (in.next()) {
      if (in.name().equals("conversation_id")) {
        query.checkId(in.id());
      } else {
        message.read(in);
      }
    }
    return message.end(in);
  }
}
