package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.model.Extras.Answer;
import dev.convo.model.Extras.Offer;
import dev.convo.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message offers and what was answered, while it is read: options, cards with buttons,
 * articles, the fields of a form, a rating.
 */
final class FormDecoder {
  // Few messages have any: a list without elements costs next to nothing.
  private final List<Offer> offered = new ArrayList<>(0);
  private final List<Answer> answers = new ArrayList<>(0);

  void items(Fields in) {
    in.each(this::item);
  }

  /** A card comes before its buttons, a field before its options. */
  private void item(Fields in) {
    int place = offered.size();
    String title = null;
    String value = null;
    String url = null;
    while (in.next()) {
      String name = in.name();
      if (List.of("title", "label", "text").contains(name) && title == null) {
        title = in.text();
      } else if (List.of("value", "name", "payload").contains(name) && value == null) {
        value = in.id();
      } else if (List.of("link", "uri").contains(name) && url == null) {
        url = in.text();
      } else if (name.equals("actions") || name.equals("options")) {
        in.each(this::item);
      } else {
        in.keep();
      }
    }
    if (title != null || value != null || url != null) {
      offered.add(place, new Offer(title, value, url));
    }
  }

  /** Reads what was chosen or filled in: a list, or for a survey an object. */
  void submitted(Fields in) {
    if (in.atObject()) {
      in.inside(this::surveyed);
    } else {
      in.each(this::chosen);
    }
  }

  private void surveyed(Fields in) {
    if (in.name().equals("csat_survey_response")) {
      rating(in);
    } else {
      in.keep();
    }
  }

  void rating(Fields in) {
    in.inside(
        one -> {
          switch (one.name()) {
            case "rating" -> add("rating", one.id());
            case "feedback_message" -> add("feedback", one.text());
            default -> one.keep();
          }
        });
  }

  void email(Fields in) {
    add("e-mail", in.text());
  }

  /** Reads an option, shown by its title, or a field of a form. */
  private void chosen(Fields in) {
    String title = null;
    String name = null;
    Value value = Value.None.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "title" -> title = in.text();
        case "name" -> name = in.id();
        case "value" -> value = in.value();
        default -> in.keep();
      }
    }
    if (title == null) {
      add(name, id(in, value));
    } else {
      add(name, title);
      if (!value.word().equals(title)) {
        in.keep("value", value);
      }
    }
  }

  private static @Nullable String id(Fields in, Value value) {
    return value instanceof Value.Numeral number ? number.digits() : in.text("value", value);
  }

  private void add(@Nullable String label, @Nullable String value) {
    if (label != null || value != null) {
      answers.add(new Answer(label, value));
    }
  }

  List<Offer> offered() {
    return offered;
  }

  /** The answers; fields of a form are labelled with the words that people saw beside them. */
  List<Answer> answers() {
    if (answers.isEmpty()) {
      return answers;
    }
    return answers.stream()
        .map(answer -> new Answer(shown(answer.label()), answer.value()))
        .toList();
  }

  private @Nullable String shown(@Nullable String name) {
    return offered.stream()
        .filter(offer -> name != null && name.equals(offer.value()) && offer.title() != null)
        .map(Offer::title)
        .findFirst()
        .orElse(name);
  }
}
