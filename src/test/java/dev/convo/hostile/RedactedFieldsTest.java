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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
 * of all who take part, stand in each of them in every coding, and none comes out in any.
 */
class RedactedFieldsTest {
  private static final Format[] FORMATS = Format.values();

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

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
    Set<String> fields = new TreeSet<>();
    String whole =
        run(
                name,
                body -> {
                  synchronized (fields) {
                    fields.addAll(Planted.fields(body));
                  }
                  return body;
                },
                "--json")
            .out();
    List<String> names = names(whole);
    assertThat(names).isNotEmpty();

    Set<String> refused = new HashSet<>();
    int turn = 0;
    for (String field : fields) {
      Format format = FORMATS[turn % FORMATS.length];
      Identifying planted = new Identifying(turn);
      String text = text(planted, names, turn++ % 20, 20);
      TestHost.Result result =
          run(
              name,
              body -> Planted.behind(body, text, Planted.first(field::equals)),
              shown(format));
      assertThat(result.code()).as(field + ": " + result.err()).isIn(0, 8, 9);
      assertNothingShows(result, planted, names, field + " in " + format.word());
      if (result.code() != 0) {
        refused.add(field);
      }
    }

    // In a name each word is a name: what is planted there would be replaced everywhere else.
    Predicate<String> isName = field -> field.matches("(?i).*name");
    for (int i = 0; i < FORMATS.length; i++) {
      for (Predicate<String> some : List.of(isName, isName.negate())) {
        Identifying planted = new Identifying(77 + i);
        String text = text(planted, names, i, FORMATS.length);
        Predicate<String> wanted = field -> !refused.contains(field) && some.test(field);
        TestHost.Result result =
            run(
                name,
                body -> Planted.everywhere(body, text, Planted.first(wanted)),
                shown(FORMATS[i]));
        assertThat(result.code()).as(result.err()).isZero();
        assertNothingShows(result, planted, names, FORMATS[i].word());
      }
    }
  }

  private static String[] shown(Format format) {
    return new String[] {"-o", format.word(), "--redact", "--details"};
  }

  /** Every so-manieth of all ways to write them. */
  private static String text(Identifying planted, List<String> names, int first, int step) {
    List<String> lines = new ArrayList<>();
    for (String sentence : planted.sentences()) {
      lines.addAll(Codings.of(sentence));
    }
    lines.removeIf(planted::isAnotherSecret);
    for (String one : names) {
      lines.addAll(Codings.of(one));
      lines.addAll(Codings.of("Dear " + one + ","));
      lines.add("https://" + String.join(".", Codings.spelled(one)) + ".example");
      lines.add(one.replace(" ", ""));
      lines.add(one.replace(" ", ".").toLowerCase(Locale.ROOT));
      lines.add(one.replace(" ", "_"));
    }
    List<String> some =
        IntStream.iterate(first, i -> i < lines.size(), i -> i + step)
            .mapToObj(lines::get)
            .toList();
    return "\n" + String.join("\n", some);
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

  private TestHost.Result run(String name, Function<String, String> body, String... options)
      throws IOException {
    Platform platform = Accounts.platform(host, name);
    try (Impostor impostor =
        Impostor.of(
            platform.sandbox().apply(host.clock()),
            answer -> new Answer(answer.status(), answer.headers(), body.apply(answer.body())))) {
      List<String> all = new ArrayList<>(List.of(options));
      all.addAll(List.of("--retries", "0", "--max-wait", "0"));
      return Accounts.of(platform, host, impostor.base()).run(all.toArray(new String[0]));
    }
  }
}
