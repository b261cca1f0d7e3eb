package dev.convo.diff;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Extras;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parts of the model as the values they have in JSON, so that all are compared alike. */
final class Values {
  private Values() {}

  static <T> Value orNone(@Nullable T one, Function<T, Value> value) {
    return one == null ? Value.None.NONE : value.apply(one);
  }

  static Value text(@Nullable String text) {
    return orNone(text, Value.Text::new);
  }

  static Value number(@Nullable Long number) {
    return orNone(number, one -> new Value.Numeral(one.toString()));
  }

  static Value flag(@Nullable Boolean flag) {
    return orNone(flag, Value.Flag::new);
  }

  static <T> Function<List<T>, Value> list(Function<T, Value> value) {
    return all -> new Value.Items(all.stream().map(value).toList());
  }

  static Value texts(List<String> all) {
    return list(Values::text).apply(all);
  }

  static Value person(Participant person) {
    return Attributes.NONE
        .with("id", text(person.id()))
        .with("name", text(person.name()))
        .with("email", text(person.email()))
        .with("phone", text(person.phone()))
        .with("attributes", person.attributes());
  }

  static Value attachment(Attachment attachment) {
    Attributes members =
        Attributes.NONE
            .with("id", text(attachment.id()))
            .with("type", text(attachment.type()))
            .with("name", text(attachment.name()))
            .with("url", text(attachment.url()))
            .with("size", number(attachment.size()));
    if (attachment.subject() instanceof Attachment.Place place) {
      members =
          members
              .with("latitude", new Value.Numeral(place.latitude()))
              .with("longitude", new Value.Numeral(place.longitude()));
    } else if (attachment.subject() instanceof Attachment.Card card) {
      members = members.with("phone", text(card.phone()));
    }
    return members.with("attributes", attachment.attributes());
  }

  static Value mail(Extras.Mail mail) {
    return Attributes.NONE
        .with("subject", text(mail.subject()))
        .with("from", texts(mail.from()))
        .with("to", texts(mail.to()))
        .with("cc", texts(mail.cc()))
        .with("bcc", texts(mail.bcc()))
        .with("auto_reply", flag(mail.autoReply()));
  }

  static Value call(Extras.Call call) {
    return Attributes.NONE
        .with("status", text(call.status()))
        .with("duration_s", number(call.seconds()))
        .with("recording_url", text(call.recordingUrl()))
        .with("transcript", text(call.transcript()));
  }

  static Value answer(Extras.Answer answer) {
    return Attributes.NONE.with("label", text(answer.label())).with("value", text(answer.value()));
  }

  static Value offer(Extras.Offer offer) {
    return Attributes.NONE
        .with("title", text(offer.title()))
        .with("value", text(offer.value()))
        .with("url", text(offer.url()));
  }
}
