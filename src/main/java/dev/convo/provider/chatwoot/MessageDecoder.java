package dev.convo.provider.chatwoot;

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
import dev.convo.provider.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One message while it is read, in either of the platform's two shapes. */
final class MessageDecoder {
  private final People people;
  private final Reading reading;
  private final List<Attachment> attachments = new ArrayList<>();
  private @Nullable String id;
  private @Nullable Instant at;
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
  private @Nullable String mailText;
  private Value mailTextOfHtml = Value.None.NONE;
  private Value mailHtml = Value.None.NONE;

  MessageDecoder(People people, Reading reading) {
    this.people = people;
    this.reading = reading;
  }

  /** Reads the member at hand. */
  void read(Fields in) {
    switch (in.name()) {
      case "id" -> id = in.id();
      case "content" -> content = in.text();
      case "content_type" -> contentType = in.word();
      case "created_at" -> at = in.time();
      case "message_type" -> type = in.value();
      case "private" -> hidden = in.value();
      case "status" -> status = in.value();
      case "sender_type" -> senderType = in.kept();
      case "sender" -> author = in.object(people::author);
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
      case "email" -> in.inside(this::mail);
      default -> in.keep();
    }
  }

  private void mail(Fields in) {
    switch (in.name()) {
      case "text_content" -> in.object(this::mailText);
      case "html_content" -> in.inside(this::mailHtml);
      default -> in.keep();
    }
  }

  private boolean mailText(Fields in) {
    while (in.next()) {
      if (in.name().equals("quoted")) {
        mailText = in.text();
      } else {
        in.keep();
      }
    }
    if (mailText != null && mailText.isBlank()) {
      in.put("quoted", new Value.Text(mailText));
    }
    return true;
  }

  /** Only {@code full} is HTML: the server made text of the others. */
  private void mailHtml(Fields in) {
    switch (in.name()) {
      case "full" -> mailHtml = in.kept();
      case "quoted" -> mailTextOfHtml = in.kept();
      default -> in.keep();
    }
  }

  private boolean attachment(Fields in) {
    String fileId = null;
    String fileType = null;
    String name = null;
    String url = null;
    Long size = null;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> fileId = in.id();
        case "file_type" -> fileType = in.word();
        case "fallback_title" -> name = in.text();
        case "data_url" -> url = in.text();
        case "file_size" -> size = in.whole();
        default -> in.keep();
      }
    }
    Attributes rest = in.rest();
    boolean empty = Stream.of(fileId, fileType, name, url, size).allMatch(Objects::isNull);
    if (!empty || !rest.isEmpty()) {
      attachments.add(new Attachment(fileId, fileType, name, url, size, rest));
    }
    return true;
  }

  /** The message, once all members are read. What a slot tells less than fully stays as well. */
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
    boolean html = isBlank(text) && !deleted && !mailHtml.word().isBlank();
    if (html) {
      text = mailHtml.word();
    }
    if (content != null && !content.equals(text)) {
      in.put("content", new Value.Text(content));
    }
    return Message.of(id)
        .at(at)
        .role(role)
        .author(author)
        .text(text)
        .html(html)
        .contentType(contentType)
        .visibility(visibility)
        .delivery(delivery)
        .attachments(attachments)
        .extras(Extras.with().failure(failure).deleted(deleted).replyTo(replyTo).build())
        .attributes(in.rest())
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
    return Stream.of(type == null ? Value.None.NONE : type, senderType)
        .map(word -> word.word().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
        .anyMatch(word -> word.equals("agentbot") || word.startsWith("captain"));
  }

  /** An automation rule has no sender; a macro has, and is the agent's who ran it. */
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

  /** Of mail, what its writer wrote, without the mail it answers: the server prefers that too. */
  private @Nullable String text() {
    if (deleted) {
      return content;
    }
    return Stream.of(Objects.toString(mailText, ""), mailTextOfHtml.word())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(content);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
