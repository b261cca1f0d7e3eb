package dev.convo.provider.salescaptain;

import dev.convo.json.Fields;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Delivery;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One message while it is read. */
final class MessageDecoder {
  private final List<Attachment> attachments = new ArrayList<>();
  private final Message.Builder to = Message.of(null);
  private @Nullable String type;
  private @Nullable String callStatus;
  private Value duration = Value.None.NONE;
  private @Nullable String recording;
  private Value direction = Value.None.NONE;
  private Value contact = Value.None.NONE;
  private Value account = Value.None.NONE;

  void read(Fields in) {
    switch (in.name()) {
      case "message_id" -> to.id(in.id());
      case "created_at" -> to.at(in.time());
      case "message" -> to.text(in.text());
      case "type_of_message" -> type = in.word();
      case "direction" -> direction = in.value();
      case "contact_id" -> contact = in.value();
      case "assigned_account_id" -> account = in.value();
      case "media" -> in.words().forEach(this::attach);
      case "call_status" -> callStatus = in.word();
      case "call_duration" -> duration = in.value();
      case "recording_url" -> recording = in.text();
      default -> in.keep();
    }
  }

  /** A bare link; the platform does not say what kind of file it is. */
  private void attach(String url) {
    attachments.add(new Attachment(null, "media", null, url, null, Attributes.NONE));
  }

  /** A text message with a length is not a call. */
  private Extras extras(Fields in) {
    boolean timed = "call".equals(type) && duration != Value.None.NONE;
    if (callStatus != null || recording != null || timed) {
      return Extras.with()
          .call(new Extras.Call(callStatus, in.seconds("call_duration", duration), recording, null))
          .build();
    }
    in.keep("call_duration", duration);
    return Extras.NONE;
  }

  Message end(Fields in) {
    Role role =
        switch (direction.word()) {
          case "inbound" -> Role.CUSTOMER;
          case "outbound" -> Role.AGENT;
          default -> Role.UNKNOWN;
        };
    if (role == Role.UNKNOWN) {
      in.keep("direction", direction);
    }
    if (role != Role.CUSTOMER) {
      in.keep("contact_id", contact);
    }
    if (role != Role.AGENT) {
      in.keep("assigned_account_id", account);
    }
    Participant author =
        switch (role) {
          case CUSTOMER -> person(in, "contact_id", contact);
          case AGENT -> person(in, "assigned_account_id", account);
          case BOT, SYSTEM, UNKNOWN -> null;
        };
    return to.role(role)
        .author(author)
        .contentType(type)
        .visibility(visibility(role))
        .delivery(role == Role.CUSTOMER ? Delivery.RECEIVED : Delivery.UNKNOWN)
        .attachments(attachments)
        .extras(extras(in))
        .attributes(in.rest())
        .build();
  }

  /**
   * Public where the platform says which way the message went. It documents no notes among its
   * messages; but a word for one is believed.
   */
  private Visibility visibility(Role role) {
    String word = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return role == Role.UNKNOWN || Stream.of("internal", "note", "private").anyMatch(word::contains)
        ? Visibility.PRIVATE
        : Visibility.PUBLIC;
  }

  private static @Nullable Participant person(Fields in, String name, Value id) {
    String word = id instanceof Value.Flag ? "" : id.word();
    if (word.isEmpty()) {
      in.keep(name, id);
      return null;
    }
    return Participant.ofId(word);
  }
}
