package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.model.Attachment;
import dev.convo.model.Delivery;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import dev.convo.provider.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One message while it is read, in either of the platform's two shapes. */
final class MessageDecoder {
  private static final Pattern BOT = Pattern.compile("(?i)agent[\\W_]*bot|captain.*");

  private final People people;
  private final Reading reading;
  private final List<Attachment> attachments = new ArrayList<>();
  private final MailDecoder mail = new MailDecoder();
  private final CallDecoder call = new CallDecoder();
  private final FormDecoder form = new FormDecoder();
  private final Message.Builder to = Message.of(null);
  private @Nullable String content;
  private @Nullable String contentType;
  private @Nullable Participant author;
  private Value type = Value.None.NONE;
  private Value hidden = Value.None.NONE;
  private Value status = Value.None.NONE;
  private Value senderType = Value.None.NONE;
  private boolean deleted;
  private @Nullable String failure;
  private @Nullable String replyTo;
  private Value rule = Value.None.NONE;

  MessageDecoder(People people, Reading reading) {
    this.people = people;
    this.reading = reading;
  }

  void read(Fields in) {
    switch (in.name()) {
      case "id" -> to.id(in.id());
      case "content" -> content = in.text();
      case "content_type" -> contentType = in.word();
      case "created_at" -> to.at(in.time());
      case "message_type" -> type = in.value();
      case "private" -> hidden = in.value();
      case "status" -> status = in.value();
      case "sender_type" -> senderType = in.kept();
      case "sender" -> author = in.object(people::author);
      case "call" -> in.inside(call::read);
      case "content_attributes" -> in.inside(this::contentAttribute);
      case "attachments", "attachment" -> {
        if (in.atObject()) {
          in.object(this::attachment);
        } else {
          in.objects(this::attachment);
        }
      }
      default -> in.keep();
    }
  }

  private void contentAttribute(Fields in) {
    switch (in.name()) {
      case "automation_rule_id" -> rule = in.kept();
      case "deleted" -> deleted = Boolean.TRUE.equals(in.flag(in.name(), in.value()));
      case "external_error" -> failure = in.text();
      case "in_reply_to" -> replyTo = in.id();
      case "email" -> in.inside(mail::incoming);
      case "to_emails", "cc_emails", "bcc_emails" -> mail.reply(in);
      case "items" -> form.items(in);
      case "submitted_values" -> form.submitted(in);
      case "submitted_email" -> form.email(in);
      case "csat_survey_response" -> form.rating(in);
      case "data" -> {
        if ("voice_call".equals(contentType)) {
          in.inside(call::read);
        } else {
          in.keep();
        }
      }
      default -> in.keep();
    }
  }

  private boolean attachment(Fields in) {
    Attachment attachment = AttachmentDecoder.read(in);
    if (attachment != null) {
      attachments.add(attachment);
    }
    return true;
  }

  /** The message, once all members are read. What a slot cannot hold in full is also kept. */
  Message end(Fields in) {
    Role role = role();
    if (role == Role.BOT || role == Role.UNKNOWN) {
      in.keep("message_type", type);
    }
    Visibility visibility = visibility(role);
    if (!hidden.equals(new Value.Flag(visibility == Visibility.PRIVATE))) {
      in.keep("private", hidden);
    }
    Delivery delivery = delivery(role);
    if (delivery == Delivery.RECEIVED || delivery == Delivery.UNKNOWN) {
      in.keep("status", status);
    }
    String text = text();
    boolean html = isBlank(text) && !deleted && !mail.html().isBlank();
    if (html) {
      text = mail.html();
    }
    if (content != null && !content.equals(text)) {
      in.put("content", new Value.Text(content));
    }
    return to.role(role)
        .author(author)
        .text(text)
        .html(html)
        .contentType(contentType)
        .visibility(visibility)
        .delivery(delivery)
        .attachments(attachments)
        .extras(extras())
        .attributes(in.rest())
        .build();
  }

  private Extras extras() {
    return Extras.with()
        .failure(failure)
        .deleted(deleted)
        .replyTo(replyTo)
        .mail(mail.head())
        .call(call.call())
        .answers(form.answers())
        .offered(form.offered())
        .build();
  }

  private Role role() {
    return switch (type.word()) {
      case "0", "incoming" -> Role.CUSTOMER;
      case "1", "outgoing" -> byBot() || byRule() ? Role.BOT : Role.AGENT;
      case "2", "activity" -> Role.SYSTEM;
      case "3", "template" -> Role.BOT;
      default -> Role.UNKNOWN;
    };
  }

  /** Agent bots and Captain, as {@code agent_bot} and as {@code Captain::Assistant}. */
  private boolean byBot() {
    Value type = author == null ? null : author.attributes().get("type");
    return type != null && isBot(type) || isBot(senderType);
  }

  private static boolean isBot(Value type) {
    return BOT.matcher(type.word()).matches();
  }

  /** An automation rule has no sender; a macro's is the agent who ran it. */
  private boolean byRule() {
    return author == null && senderType.word().isEmpty() && rule != Value.None.NONE;
  }

  private Visibility visibility(Role role) {
    if (role == Role.SYSTEM) {
      return Visibility.PRIVATE;
    }
    return switch (hidden.word()) {
      case "false", "0" -> Visibility.PUBLIC;
      case "true", "1" -> Visibility.PRIVATE;
      default -> {
        reading.note(
            "visibility_assumed",
            "messages that do not say whether they are private are shown as private");
        yield Visibility.PRIVATE;
      }
    };
  }

  private Delivery delivery(Role role) {
    if (role == Role.CUSTOMER) {
      return Delivery.RECEIVED;
    }
    return switch (role == Role.UNKNOWN ? "" : status.word()) {
      case "sent" -> Delivery.SENT;
      case "delivered" -> Delivery.DELIVERED;
      case "read" -> Delivery.READ;
      case "failed" -> Delivery.FAILED;
      default -> Delivery.UNKNOWN;
    };
  }

  private @Nullable String text() {
    return deleted || mail.text().isEmpty() ? content : mail.text();
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /**
   * The call of one message while it is read. A server may send it twice, as {@code call} and in
   * the older {@code content_attributes.data}: whatever comes second stays in the attributes.
   */
  private static final class CallDecoder {
    private @Nullable String status;
    private @Nullable Long seconds;
    private @Nullable String recording;
    private @Nullable String transcript;

    void read(Fields in) {
      String name = in.name();
      if (name.equals("status") && status == null) {
        status = in.word();
      } else if ((name.equals("duration_seconds") || name.equals("duration")) && seconds == null) {
        seconds = in.seconds();
      } else if (name.equals("recording_url") && recording == null) {
        recording = in.text();
      } else if (name.equals("transcript") && transcript == null) {
        transcript = in.text();
      } else {
        in.keep();
      }
    }

    Extras.@Nullable Call call() {
      return status == null && seconds == null && recording == null && transcript == null
          ? null
          : new Extras.Call(status, seconds, recording, transcript);
    }
  }
}
