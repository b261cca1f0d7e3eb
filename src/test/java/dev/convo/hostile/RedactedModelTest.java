package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Value;
import dev.convo.redact.Redaction;
import dev.convo.redact.Sensitive;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code --redact} promises, by the model's own fields: whatever text a record has, a value of
 * each kind is in it in every coding, and none stays.
 */
class RedactedModelTest {
  /** Our own words, and what the user named; the host is where everything was fetched. */
  private static final Set<String> KEPT =
      Set.of("Conversation.provider", "Note.code", "Meta.profile", "Meta.host");

  /** Each word of a name is a name, and would be replaced in all other fields. */
  private static final Set<String> NAMES =
      Set.of("Participant.name", "Attachment.name", "Mail.from", "Mail.to", "Mail.cc", "Mail.bcc");

  /** Numbers in the shape of texts; a place is rounded to ten kilometres. */
  private static final Set<String> DEGREES = Set.of("Place.latitude", "Place.longitude");

  private static final int PARTS = 20;

  private final Set<String> filled = new TreeSet<>();

  @Test
  void noFieldOfTheModelShowsWhoItIs() throws ReflectiveOperationException {
    Class<?>[] subjects = Attachment.Subject.class.getPermittedSubclasses();
    for (int part = 0; part < PARTS; part++) {
      Identifying planted = new Identifying(part);
      String text = text(planted, part);
      Class<?> subject = subjects[part % subjects.length];

      check(planted, made(Document.class, subject, "", field -> planted(field, text, false)));
      check(planted, made(Document.class, subject, "", field -> planted(field, text, true)));
    }
    assertThat(filled)
        .contains("Message.text", "Mail.bcc", "Card.phone", "Place.latitude", "Selection.options");
  }

  private static String text(Identifying planted, int part) {
    List<String> writings = new ArrayList<>();
    planted.sentences().forEach(sentence -> writings.addAll(Codings.of(sentence)));
    writings.removeIf(planted::isAnotherSecret);
    return IntStream.iterate(part, i -> i < writings.size(), i -> i + PARTS)
        .mapToObj(writings::get)
        .collect(Collectors.joining("\n"));
  }

  private static String planted(String field, String text, boolean names) {
    if (DEGREES.contains(field)) {
      return "38.7223";
    }
    return KEPT.contains(field) || NAMES.contains(field) != names ? "other" : text;
  }

  private static void check(Identifying planted, Object document) {
    Redaction redaction = new Redaction(EnumSet.allOf(Sensitive.class), null);

    String shown = redaction.of((Document) document).toString().toLowerCase(Locale.ROOT);

    assertThat(shown).doesNotContain("38.7223");
    assertThat(planted.values().stream().flatMap(value -> Codings.of(value).stream()))
        .noneMatch(form -> shown.contains(form.toLowerCase(Locale.ROOT)));
  }

  /** An object of a type with something in each of its fields. */
  private Object made(Type type, Class<?> subject, String field, Function<String, String> content)
      throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      return List.of(made(list.getActualTypeArguments()[0], subject, field, content));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      filled.add(field);
      return content.apply(field);
    }
    if (raw == Attributes.class) {
      Value text = new Value.Text(content.apply(field));
      return Attributes.of(Map.of(content.apply("key"), new Value.Items(List.of(text, text))));
    }
    if (raw == Glossary.class) {
      return Glossary.NONE;
    }
    if (raw == Instant.class) {
      return Instant.EPOCH;
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    if (raw == Attachment.Subject.class) {
      return made(subject, subject, field, content);
    }
    if (!raw.isRecord()) {
      return raw.isPrimitive()
          ? Array.get(Array.newInstance(raw, 1), 0)
          : raw == Boolean.class ? (Object) true : (Object) 5L;
    }
    RecordComponent[] components = raw.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String name = raw.getSimpleName() + "." + components[i].getName();
      values[i] = made(components[i].getGenericType(), subject, name, content);
    }
    Constructor<?> constructor = raw.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }
}
