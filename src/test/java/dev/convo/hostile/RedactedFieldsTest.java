package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.render.Format;
import dev.convo.sandbox.Answer;
import dev.convo.session.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code --redact} promises, by the platforms' own fields: every kind of value, and the names
 * of all who take part, are planted in all of them in every coding, and none comes out in any
 * format.
 */
class RedactedFieldsTest {
  /** Of one text, about as many writings are seen in an error, which is cut. */
  private static final int FEW = 3;

  private static final Format[] FORMATS = Format.values();

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));
  private int runs;

  /** A text of an answer, by its field and how many texts of that field come before it. */
  private record Place(String field, int before) {}

  @BeforeEach
  void start() {
    host = new TestHost(home);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatwoot", "salescaptain", "asapp", "crm", "workspace"})
  void noFieldOfAnyAnswerShowsWhoItIs(String name) throws IOException {
    Set<Place> places =
        new ConcurrentSkipListSet<>(
            Comparator.comparing(Place::field).thenComparing(Place::before));
    Function<Place, String> noted =
        place -> {
          places.add(place);
          return "";
        };
    List<String> names = names(run(name, noted, "--json").out());
    assertThat(names).isNotEmpty();
    assertThat(places).hasSizeGreaterThan(80);

    // In a name each word is a name: what is planted there would be replaced everywhere else.
    Predicate<Place> isName = place -> place.field().matches("(?i).*name");
    for (Predicate<Place> some : List.of(isName, isName.negate())) {
      List<Place> sound = sound(name, names, places.stream().filter(some).toList());
      for (Format format : FORMATS) {
        assertThat(plant(name, names, sound, Integer.MAX_VALUE, format).code()).isZero();
      }
    }
  }

  /** Those places where a planted text lets the answer be read, found by halving their fields. */
  private List<Place> sound(String name, List<String> names, List<Place> places)
      throws IOException {
    Format format = FORMATS[runs % FORMATS.length];
    TestHost.Result result = plant(name, names, places, FEW, format);
    assertThat(result.code()).as(result.err()).isIn(0, 8, 9);
    List<String> fields = places.stream().map(Place::field).distinct().toList();
    if (result.code() == 0 || fields.size() == 1) {
      return result.code() == 0 ? places : List.of();
    }
    Set<String> first = Set.copyOf(fields.subList(0, fields.size() / 2));
    List<Place> sound = new ArrayList<>();
    for (boolean half : new boolean[] {true, false}) {
      sound.addAll(
          sound(
              name,
              names,
              places.stream().filter(one -> first.contains(one.field()) == half).toList()));
    }
    return sound;
  }

  /** Deals all writings to these places, but so many to each at most, and none may come out. */
  private TestHost.Result plant(
      String name, List<String> names, List<Place> places, int most, Format format)
      throws IOException {
    Identifying planted = new Identifying(runs);
    List<String> writings = writings(planted, names);
    Collections.shuffle(writings, new Random(runs++));
    int each = Math.min(most, writings.size() / places.size() + 1);
    Map<Place, String> texts = new HashMap<>();
    for (Place place : places) {
      int from = texts.size() * each;
      texts.put(
          place,
          IntStream.range(from, from + each)
              .mapToObj(i -> "\n" + writings.get(i % writings.size()))
              .collect(Collectors.joining()));
    }
    TestHost.Result result =
        run(
            name,
            place -> texts.getOrDefault(place, ""),
            "-o",
            format.word(),
            "--redact",
            "--details");
    // Who takes part in a conversation that was refused is not known.
    List<String> known = result.out().isEmpty() ? List.of() : names;
    assertNothingShows(result, planted, known, format.word());
    return result;
  }

  /** All ways to write all values and names. */
  private static List<String> writings(Identifying planted, List<String> names) {
    List<String> writings = new ArrayList<>();
    for (String sentence : planted.sentences()) {
      writings.addAll(Codings.of(sentence));
    }
    writings.removeIf(planted::isAnotherSecret);
    for (String one : names) {
      writings.addAll(Codings.of(one));
      writings.addAll(Codings.of("Dear " + one + ","));
      writings.addAll(Codings.of(planted.addressOf(one)));
      writings.add("https://" + String.join(".", Codings.spelled(one)) + ".example");
      writings.add(one.replace(" ", ""));
      writings.add(one.replace(" ", ".").toLowerCase(Locale.ROOT));
      writings.add(one.replace(" ", "_"));
    }
    return writings;
  }

  private static void assertNothingShows(
      TestHost.Result result, Identifying planted, List<String> names, String where) {
    // Most lines come again with every message.
    String shown =
        Pattern.compile("\n|\\\\n")
            .splitAsStream((result.out() + result.err()).toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining("\n"));
    Set<String> originals = new LinkedHashSet<>(planted.values());
    originals.addAll(names);
    Set<String> found = new LinkedHashSet<>();
    for (String original : originals) {
      Set<String> forms = new LinkedHashSet<>(Codings.of(original));
      forms.addAll(Codings.inBase64(original));
      forms.addAll(Codings.spelled(original));
      for (String form : forms) {
        int at = shown.indexOf(form.toLowerCase(Locale.ROOT));
        if (at >= 0) {
          found.add(
              original
                  + " as "
                  + shown.substring(
                      Math.max(0, at - 40), Math.min(shown.length(), at + form.length() + 20)));
        }
      }
    }
    assertThat(found).as(where).isEmpty();
  }

  /** Whoever takes part, as JSON names them; of people also the parts of their names. */
  private static List<String> names(String json) {
    Attributes document = (Attributes) Planted.tree(json);
    Set<String> names = new LinkedHashSet<>();
    add(document.get("customer"), names);
    add(document.get("assignee"), names);
    if (document.get("messages") instanceof Value.Items messages) {
      for (Value message : messages.values()) {
        add(((Attributes) message).get("author"), names);
      }
    }
    return names.stream().filter(name -> name.length() > 3).collect(Collectors.toList());
  }

  private static void add(@Nullable Value person, Set<String> names) {
    if (person instanceof Attributes known && known.get("name") instanceof Value.Text name) {
      names.add(name.text());
    }
  }

  private TestHost.Result run(String name, Function<Place, String> text, String... options)
      throws IOException {
    Platform platform = Accounts.platform(host, name);
    try (Impostor impostor =
        Impostor.of(
            platform.sandbox().apply(host.clock()),
            answer ->
                new Answer(answer.status(), answer.headers(), planted(answer.body(), text)))) {
      List<String> all = new ArrayList<>(List.of(options));
      all.addAll(List.of("--retries", "0", "--max-wait", "0"));
      return Accounts.of(platform, host, impostor.base()).run(all.toArray(new String[0]));
    }
  }

  private static String planted(String body, Function<Place, String> text) {
    Map<String, Integer> before = new HashMap<>();
    return Planted.everywhere(
        body, field -> text.apply(new Place(field, before.merge(field, 1, Integer::sum) - 1)));
  }
}
