package dev.convo.provider.salescaptain;

import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import dev.convo.provider.Pages;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads SalesCaptain's answers about one conversation. */
final class SalesCaptainDecoder {
  private final Query query;

  SalesCaptainDecoder(Query query) {
    this.query = query;
  }

  /**
   * A page of messages.
   *
   * @param count how many messages there are on all pages
   * @param pages how many pages there are
   * @param leftOver what else the page says
   */
  record Page(
      List<Message> messages, @Nullable Long count, @Nullable Long pages, Attributes leftOver)
      implements Pages.Page {
    /** Whether the page lists something that is not a message; it is in {@code leftOver}. */
    boolean odd() {
      return leftOver.get("messages") instanceof Attributes inner && inner.get("data") != null;
    }
  }

  Conversation conversation(Json json) {
    return new Opening().read(json);
  }

  /** The documented call's answer while it is read. */
  private final class Opening {
    private @Nullable Conversation conversation;
    private @Nullable Attributes unknown;
    private boolean empty;

    Conversation read(Json json) {
      Attributes rest = Envelope.read(json, "conversation", in -> required(in, this::wrapper));
      if (conversation == null) {
        throw empty ? Envelope.empty() : Reading.unknown(json, "a conversation", rest);
      }
      Attributes own = conversation.attributes();
      return rest.isEmpty()
          ? conversation
          : conversation.change().attributes(own.with("envelope", rest)).build();
    }

    /** Reads an object; null means no conversation, anything else is not an answer. */
    private void required(Fields in, Consumer<Fields> decode) {
      if (!in.atObject()) {
        String found = in.json().found();
        Value value = in.value();
        empty |= value == Value.None.NONE || value.equals(new Value.Items(List.of()));
        if (!empty) {
          throw in.json().unreadable("expected an object, found " + found);
        }
        return;
      }
      in.object(
          inner -> {
            decode.accept(inner);
            return true;
          });
      if (unknown != null) {
        throw Reading.unknown(in.json(), "a conversation", unknown);
      }
    }

    private void wrapper(Fields in) {
      boolean any = false;
      while (in.next()) {
        any = true;
        if (in.name().equals("data")) {
          required(in, this::data);
        } else {
          in.keep();
        }
      }
      empty |= !any;
    }

    private void data(Fields in) {
      Conversation.Builder to = Conversation.of("salescaptain");
      String contact = null;
      String name = null;
      String email = null;
      String phone = null;
      boolean any = false;
      while (in.next()) {
        any = true;
        switch (in.name()) {
          case "conversation_id" -> to.id(checked(in.id()));
          case "contact_id" -> contact = in.id();
          case "contact_name" -> name = in.text();
          case "contact_email" -> email = in.text();
          case "contact_number" -> phone = in.text();
          case "assigned_to" -> to.assignee(Participant.ofId(in.id()));
          case "created_at" -> to.createdAt(in.time());
          case "updated_at" -> to.updatedAt(in.time());
          case "conversation_profile_email",
              "conversation_profile_id",
              "conversation_profile_number",
              "is_chat_opened",
              "last_message",
              "seen_by" ->
              in.keep();
          default -> in.keepUnknown();
        }
      }
      if (in.isRecognised()) {
        to.customer(Participant.of(contact, name, email, phone, Attributes.NONE));
        conversation = to.attributes(in.rest()).build();
      } else if (any) {
        unknown = in.rest();
      }
      empty |= !any;
    }
  }

  private @Nullable String checked(@Nullable String id) {
    query.checkId(id);
    return id;
  }

  Page page(Json json) {
    return new Listed().read(json);
  }

  /** A page of messages while it is read. */
  private final class Listed {
    private @Nullable List<Message> messages;
    private @Nullable Long count;
    private @Nullable Long pages;

    Page read(Json json) {
      Attributes rest = Envelope.read(json, "messages", in -> in.inside(this::wrapper));
      if (messages == null) {
        throw Reading.unknown(json, "a list of messages under messages.data", rest);
      }
      return new Page(messages, count, pages, rest);
    }

    private void wrapper(Fields in) {
      switch (in.name()) {
        case "data" -> messages = in.objectsAndNulls(SalesCaptainDecoder.this::message);
        case "pagination" -> in.inside(this::pagination);
        default -> in.keep();
      }
    }

    private void pagination(Fields in) {
      switch (in.name()) {
        case "total_count" -> count = in.whole();
        case "total_pages" -> pages = in.whole();
        case "page_number", "items_per_page" -> in.whole();
        default -> in.keep();
      }
    }
  }

  private Message message(Fields in) {
    MessageDecoder message = new MessageDecoder();
    while (in.next()) {
      if (in.name().equals("conversation_id")) {
        checked(in.id());
      } else {
        message.read(in);
      }
    }
    return message.end(in);
  }
}
