package dev.convo.provider.crm;

import dev.convo.json.Fields;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a person of oHallo, who has a name, or a first and a last name. */
final class PersonDecoder {
  private PersonDecoder() {}

  static @Nullable Participant contact(Fields in) {
    return person(in, true);
  }

  /** A sender, whose addresses stay in the attributes. */
  static @Nullable Participant author(Fields in) {
    return person(in, false);
  }

  private static @Nullable Participant person(Fields in, boolean addresses) {
    String id = null;
    String email = null;
    String phone = null;
    Value name = Value.None.NONE;
    Value first = Value.None.NONE;
    Value last = Value.None.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> id = in.id();
        case "name" -> name = in.value();
        case "firstName" -> first = in.value();
        case "lastName" -> last = in.value();
        case "email" -> email = addresses ? in.text() : kept(in);
        case "phone" -> phone = addresses ? in.text() : kept(in);
        default -> in.keep();
      }
    }
    String called = called(in, name, first, last);
    return Participant.of(id, called, email, phone, in.rest());
  }

  private static @Nullable String kept(Fields in) {
    in.keep();
    return null;
  }

  /** The name, else first and last name; what it does not repeat exactly is kept. */
  private static @Nullable String called(Fields in, Value name, Value first, Value last) {
    String whole = text(name);
    String called =
        whole != null
            ? whole
            : Stream.of(first, last)
                .map(PersonDecoder::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    keep(in, "name", name, called);
    keep(in, "firstName", first, called);
    keep(in, "lastName", last, called);
    return called.isEmpty() ? null : called;
  }

  private static @Nullable String text(Value value) {
    return value instanceof Value.Text text && !text.text().isBlank() ? text.text() : null;
  }

  private static void keep(Fields in, String under, Value value, String said) {
    if (!said.equals(text(value))) {
      in.keep(under, value);
    }
  }
}
