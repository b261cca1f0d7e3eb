package dev.convo.redact;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Redacts every place of a document. */
final class Walk {
  private final Texts texts;
  private final People people;

  Walk(Texts texts, People people) {
    this.texts = texts;
    this.people = people;
  }

  Meta meta(Meta meta) {
    Completeness was = meta.completeness();
    List<Note> notes =
        was.notes().stream()
            .map(note -> new Note(note.code(), texts.text(note.text()), note.reason()))
            .toList();
    Selection selection = meta.selection();
    return new Meta(
        new Completeness(was.complete(), was.expected(), notes),
        meta.requests(),
        meta.profile(),
        meta.host(),
        meta.fetchedAt(),
        meta.requestIds().stream().map(texts::id).toList(),
        selection == null
            ? null
            : new Selection(selection.shown(), selection.of(), texts(selection.options())));
  }

  Conversation conversation(Conversation whole) {
    return whole
        .change()
        .id(id(whole.id()))
        .url(text(whole.url()))
        .status(text(whole.status()))
        .channel(text(whole.channel()))
        .subject(text(whole.subject()))
        .summary(text(whole.summary()))
        .outcome(text(whole.outcome()))
        .priority(text(whole.priority()))
        .customer(person(Role.CUSTOMER, whole.customer()))
        .assignee(person(Role.AGENT, whole.assignee()))
        .labels(texts(whole.labels()))
        .messages(whole.messages().stream().map(this::message).toList())
        .attributes(attributes(whole.attributes()))
        .build();
  }

  private Message message(Message message) {
    String text = message.text();
    String read = text == null ? null : texts.readable(text, message.html());
    return message
        .change()
        .id(id(message.id()))
        .author(person(message.role(), message.author()))
        .text(read)
        .html(false)
        .contentType(text(message.contentType()))
        .attachments(attachments(message.attachments()))
        .extras(message.extras().isEmpty() ? Extras.NONE : extras(message.extras()))
        .attributes(attributes(message.attributes()))
        .build();
  }

  private @Nullable Participant person(Role role, @Nullable Participant one) {
    if (one == null) {
      return null;
    }
    String pseudonym = texts.replaces(Sensitive.NAME) ? people.pseudonym(role, one) : "";
    boolean named = !pseudonym.isEmpty();
    if (named) {
      texts.count(Sensitive.NAME);
    }
    return new Participant(
        one.id() == null || !named ? text(one.id()) : pseudonym,
        one.name() == null || !named ? text(one.name()) : pseudonym,
        text(one.email()),
        phone(one.phone()),
        attributes(one.attributes()));
  }

  private @Nullable String phone(@Nullable String number) {
    return number == null || !texts.replaces(Sensitive.PHONE) ? text(number) : texts.phone(number);
  }

  private List<Attachment> attachments(List<Attachment> all) {
    return all.isEmpty() ? all : all.stream().map(this::attachment).toList();
  }

  private Attachment attachment(Attachment attachment) {
    Attachment.Subject subject = attachment.subject();
    return new Attachment(
        id(attachment.id()),
        text(attachment.type()),
        text(attachment.name()),
        text(attachment.url()),
        attachment.size(),
        subject instanceof Attachment.Card card
            ? new Attachment.Card(phone(card.phone()))
            : subject instanceof Attachment.Place place ? roughly(place) : subject,
        attributes(attachment.attributes()));
  }

  /** A precise place can identify a person; a tenth of a degree is about ten kilometres. */
  private Attachment.Place roughly(Attachment.Place place) {
    return texts.replaces(Sensitive.NAME)
        ? new Attachment.Place(roughly(place.latitude()), roughly(place.longitude()))
        : place;
  }

  private static String roughly(String degrees) {
    long tenths = Math.round(10 * Double.parseDouble(degrees));
    return BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  private Extras extras(Extras extras) {
    Extras.Mail mail = extras.mail();
    Extras.Call call = extras.call();
    return extras
        .change()
        .failure(text(extras.failure()))
        .replyTo(id(extras.replyTo()))
        .mail(mail == null ? null : mail(mail))
        .call(call == null ? null : call(call))
        .answers(extras.answers().stream().map(this::answer).toList())
        .offered(extras.offered().stream().map(this::offer).toList())
        .build();
  }

  private Extras.Mail mail(Extras.Mail mail) {
    return new Extras.Mail(
        text(mail.subject()),
        texts(mail.from()),
        texts(mail.to()),
        texts(mail.cc()),
        texts(mail.bcc()),
        mail.autoReply());
  }

  private Extras.Call call(Extras.Call call) {
    return new Extras.Call(
        text(call.status()), call.seconds(), text(call.recordingUrl()), text(call.transcript()));
  }

  private Extras.Answer answer(Extras.Answer answer) {
    return new Extras.Answer(text(answer.label()), text(answer.value()));
  }

  private Extras.Offer offer(Extras.Offer offer) {
    return new Extras.Offer(text(offer.title()), text(offer.value()), text(offer.url()));
  }

  private List<String> texts(List<String> all) {
    return all.stream().map(texts::text).toList();
  }

  private @Nullable String id(@Nullable String id) {
    return id == null ? null : texts.id(id);
  }

  private @Nullable String text(@Nullable String text) {
    return text == null ? null : texts.word(text);
  }

  private Attributes attributes(Attributes attributes) {
    if (attributes.isEmpty()) {
      return attributes;
    }
    Map<String, Value> members = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          String redacted = texts.word(name);
          // If two names become one, both values stay.
          while (members.containsKey(redacted)) {
            redacted += "'";
          }
          members.put(redacted, value(value));
        });
    return Attributes.of(members, attributes);
  }

  private Value value(Value value) {
    if (value instanceof Value.Text text) {
      return new Value.Text(texts.readable(text.text(), false));
    }
    if (value instanceof Value.Numeral numeral) {
      // Somebody's phone number becomes a pseudonym.
      String redacted = texts.numeral(numeral.digits());
      return redacted.equals(numeral.digits()) ? numeral : new Value.Text(redacted);
    }
    if (value instanceof Value.Items items) {
      return new Value.Items(items.values().stream().map(this::value).toList());
    }
    // Flags and nulls identify nobody.
    return value instanceof Attributes members ? attributes(members) : value;
  }
}
