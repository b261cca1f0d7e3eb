package dev.convo.diff;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Extras;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parts of the model as the values that its JSON has for them, so that they are compared alike. */
final class Values {
  private Values() {}

  static @Nullable Value text(@Nullable String text) {
    return text == null ? null : new Value.Text(text);
  }

  static @Nullable Value number(@Nullable Long number) {
    return number == null ? null : new Value.Numeral(String.valueOf(number));
  }

  static @Nullable Value flag(@Nullable Boolean flag) {
    return flag == null ? null : new Value.Flag(flag);
  }

  static <T> Value list(List<T> all, Function<T, @Nullable Value> value) {
    return new Value.Items(all.stream().<Value>map(one -> orNone(value.apply(one))).toList());
  }

  static Value texts(List<String> all) {
    return list(all, Values::text);
  }

  static @Nullable Value person(@Nullable Participant person) {
    return person == null
        ? null
        : object()
            .with("id", text(person.id()))
            .with("name", text(person.name()))
            .with("email", text(person.email()))
            .with("phone", text(person.phone()))
            .with("attributes", person.attributes())
            .whole();
  }

  static Value attachment(Attachment attachment) {
    Members members =
        object()
            .with("id", text(attachment.id()))
            .with("type", text(attachment.type()))
            .with("name", text(attachment.name()))
            .with("url", text(attachment.url()))
            .with("size", number(attachment.size()));
    if (attachment.subject() instanceof Attachment.Place place) {
      members.with("latitude", new Value.Numeral(place.latitude()));
      members.with("longitude", new Value.Numeral(place.longitude()));
    } else if (attachment.subject() instanceof Attachment.Card card) {
      members.with("phone", text(card.phone()));
    }
    return members.with("attributes", attachment.attributes()).whole();
  }

  static @Nullable Value mail(Extras.@Nullable Mail mail) {
    return mail == null
        ? null
        : object()
            .with("subject", text(mail.subject()))
            .with("from", texts(mail.from()))
            .with("to", texts(mail.to()))
            .with("cc", texts(mail.cc()))
            .with("bcc", texts(mail.bcc()))
            .with("auto_reply", flag(mail.autoReply()))
            .whole();
  }

  static @Nullable Value call(Extras.@Nullable Call call) {
    return call == null
        ? null
        : object()
            .with("status", text(call.status()))
            .with("duration_s", number(call.seconds()))
            .with("recording_url", text(call.recordingUrl()))
            .with("transcript", text(call.transcript()))
            .whole();
  }

  static Value answer(Extras.Answer answer) {
    return object().with("label", text(answer.label())).with("value", text(answer.value())).whole();
  }

  static Value offer(Extras.Offer offer) {
    return object()
        .with("title", text(offer.title()))
        .with("value", text(offer.value()))
        .with("url", text(offer.url()))
        .whole();
  }

  private static Value orNone(@Nullable Value value) {
    return value == null ? Value.None.NONE : value;
  }

  private static Members object() {
    return new Members();
  }

  private static final class Members {
    private final Map<String, Value> members = new LinkedHashMap<>();

    Members with(String name, @Nullable Value value) {
      members.put(name, orNone(value));
      return this;
    }

    Attributes whole() {
      return Attributes.of(members);
    }
  }
}
