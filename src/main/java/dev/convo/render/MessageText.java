package dev.convo.render;

import dev.convo.html.Markup;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Shown;
import dev.convo.text.Cells;
import dev.convo.text.Durations;
import dev.convo.text.Plain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a message: its text, the head of a mail above it, and below it calls, offers,
 * answers, attachments and what the provider lists for people. All of it harmless.
 */
final class MessageText {
  private static final int QUOTED = 40;

  private final List<Shown> ofMessage;
  private final List<Shown> detailsOfMessage;
  private final List<Shown> ofAttachment;
  private final Layout layout;
  private final Map<String, Message> answered;
  private final MailHeads mail;

  MessageText(Document document, Layout layout) {
    this(
        layout,
        document.glossary().shown(),
        document.conversation().messages(),
        document.conversation().subject());
  }

  private MessageText(
      Layout layout, List<Shown> shown, List<Message> messages, @Nullable String subject) {
    this.layout = layout;
    this.ofMessage = of(shown, Shown.Owner.MESSAGE, Shown.Place.BELOW);
    this.detailsOfMessage = of(shown, Shown.Owner.MESSAGE, Shown.Place.DETAILS);
    this.ofAttachment = of(shown, Shown.Owner.ATTACHMENT, Shown.Place.BELOW);
    this.answered = answered(messages);
    this.mail = new MailHeads(subject);
  }

  /** What people read of a message alone, whatever its conversation. */
  static List<String> alone(Message message, Layout layout) {
    return new MessageText(layout, List.of(), List.of(), null).body(message).lines();
  }

  private static List<Shown> of(List<Shown> all, Shown.Owner owner, Shown.Place place) {
    return all.stream().filter(shown -> shown.owner() == owner && shown.place() == place).toList();
  }

  /** The messages that others answer, by id. */
  private static Map<String, Message> answered(List<Message> messages) {
    Set<String> wanted = new HashSet<>();
    for (Message message : messages) {
      if (message.extras().replyTo() != null) {
        wanted.add(message.extras().replyTo());
      }
    }
    Map<String, Message> answered = new HashMap<>();
    for (Message message : messages) {
      if (message.id() != null && wanted.contains(message.id())) {
        answered.putIfAbsent(message.id(), message);
      }
    }
    return answered;
  }

  /** What else happened: {@code edited 08:20}, {@code answers 4: "FF-20817"}; may be empty. */
  String remarks(Message message) {
    Extras extras = message.extras();
    if (extras.isEmpty()) {
      return "";
    }
    List<String> remarks = new ArrayList<>();
    if (extras.editedAt() != null) {
      remarks.add("edited " + time(extras.editedAt(), message.at()));
    }
    if (extras.replyTo() != null) {
      Message to = answered(message);
      if (to == null) {
        remarks.add("answers id " + Wording.present(extras.replyTo()));
      } else {
        String quoted = Cells.cut(Wording.present(to.text()), QUOTED);
        remarks.add("answers " + to.number() + (quoted.isEmpty() ? "" : ": \"" + quoted + "\""));
      }
    }
    return String.join(", ", remarks);
  }

  /** The message that this one answers, if it is in the conversation. */
  @Nullable Message answered(Message message) {
    return answered.get(message.extras().replyTo());
  }

  /** The remarks, after {@code deleted} if it was. */
  String remarksAndDeletion(Message message) {
    return Wording.joined(", ", message.deleted() ? "deleted" : "", remarks(message));
  }

  /** With the day if it is not the message's. */
  private String time(Instant edited, @Nullable Instant at) {
    String words = Times.minute(edited, layout.zone());
    String day = words.substring(0, words.indexOf(' ') + 1);
    boolean sameDay = at != null && Times.minute(at, layout.zone()).startsWith(day);
    return sameDay ? words.substring(day.length()) : words;
  }

  /** The lines of a message, of any width. */
  Body body(Message message) {
    return body(message, 0, "", "");
  }

  /**
   * The lines of a message. Only an address may be wider than asked.
   *
   * @param columns cells in a line; 0 for no limit
   * @param remark what happened to the message, unless the head says it; empty for nothing
   * @param words of ours that the text begins with; empty for none
   */
  Body body(Message message, int columns, String remark, String words) {
    List<String> lines = new ArrayList<>();
    FactLines facts = new FactLines(lines, columns);
    Extras extras = message.extras();
    if (!remark.isEmpty()) {
      facts.add("", remark);
    }
    if (extras.mail() != null) {
      mail.head(message, extras.mail(), facts);
    }
    int above = lines.size();
    String text = Wording.joined(": ", words, readable(message));
    if (!text.isEmpty()) {
      TextLines.add(text, columns, lines);
    }
    int below = lines.size();
    facts.add(Wording.isUnsent(message) ? "reason: " : "not delivered: ", extras.failure());
    int failed = lines.size();
    if (!extras.isEmpty()) {
      more(extras, facts);
    }
    for (Attachment attachment : message.attachments()) {
      facts.attachment(attachment);
      show(attachment.attributes(), ofAttachment, facts);
    }
    if (lines.isEmpty()) {
      facts.add("", Wording.wordless(message));
    }
    show(message.attributes(), ofMessage, facts);
    int details = lines.size();
    if (layout.wanted().details()) {
      details(message, facts);
    }
    return new Body(lines, above, below, failed, details);
  }

  /** What fits on one line shares a row; what takes several lines comes below. */
  private void details(Message message, FactLines facts) {
    List<String> row = new ArrayList<>();
    String id = Wording.present(message.id());
    if (!id.isEmpty()) {
      row.add("id: " + id);
    }
    String type = Wording.present(message.contentType());
    if (!type.isEmpty() && !type.equals("text")) {
      row.add("type: " + type);
    }
    List<Fact> others = new ArrayList<>();
    for (Shown shown : detailsOfMessage) {
      String label = Wording.present(shown.label()) + ": ";
      List<String> values = ShownValue.lines(message.attributes(), shown, layout.zone());
      if (values.size() == 1) {
        row.add(label + values.get(0));
      } else {
        others.add(new Fact(label, values));
      }
    }
    facts.row("", " · ", row);
    others.forEach(fact -> facts.add(fact.label(), fact.lines()));
  }

  private static void more(Extras extras, FactLines facts) {
    Extras.Call call = extras.call();
    if (call != null) {
      String status = Wording.present(call.status()).replace('_', ' ').replace('-', ' ');
      Long seconds = call.seconds();
      String length =
          seconds == null || seconds == 0 && !status.isEmpty()
              ? ""
              : Durations.words(Duration.ofSeconds(seconds));
      facts.add("", Wording.joined(": ", "call", Wording.joined(", ", status, length)));
      if (!Wording.present(call.recordingUrl()).isEmpty()) {
        facts.address("recording:", call.recordingUrl());
      }
      facts.add("transcript: ", call.transcript());
    }
    List<String> buttons = new ArrayList<>();
    for (Extras.Offer offer : extras.offered()) {
      String title = Wording.present(offer.title());
      String button = "[ " + (title.isEmpty() ? Wording.present(offer.value()) : title) + " ]";
      if (offer.url() == null) {
        buttons.add(button);
      } else {
        facts.row("offered: ", " ", buttons);
        buttons.clear();
        facts.address("offered: " + button, offer.url());
      }
    }
    facts.row("offered: ", " ", buttons);
    for (Extras.Answer answer : extras.answers()) {
      String label = Wording.present(answer.label());
      String gap = label.endsWith("?") ? " " : ": ";
      facts.add(label.isEmpty() ? "chosen: " : "answer: " + label + gap, answer.value());
    }
  }

  private void show(Attributes attributes, List<Shown> wanted, FactLines facts) {
    for (Shown shown : wanted) {
      facts.add(
          Wording.present(shown.label()) + ": ",
          ShownValue.lines(attributes, shown, layout.zone()));
    }
  }

  /** The text as people read it, harmless; may be empty. */
  static String readable(Message message) {
    String text = message.text();
    if (text == null) {
      return "";
    }
    // First the HTML: its entities may hide what Plain is to show.
    return Plain.text(Markup.read(text, message.html())).stripTrailing();
  }
}
