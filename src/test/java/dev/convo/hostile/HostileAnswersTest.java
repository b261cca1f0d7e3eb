package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.render.Format;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Service;
import dev.convo.session.Platform;
import dev.convo.show.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that a platform sends is hostile, one field after the other and all at once. */
class HostileAnswersTest {
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
  void noFieldOfAnyAnswerReachesATerminalRaw(String name) throws IOException {
    Set<String> fields = new TreeSet<>();
    run(
        name,
        answer -> {
          synchronized (fields) {
            fields.addAll(Planted.fields(answer.body()));
          }
          return answer;
        },
        "-o",
        "jsonl");
    assertThat(fields).hasSizeGreaterThan(10);

    Set<String> refused = new HashSet<>();
    for (String field : fields) {
      TestHost.Result result =
          run(name, changed(body -> Planted.behind(body, Hostile.TEXT, field::equals)), "--json");

      Hostile.assertHarmless(result);
      assertThat(result.code()).as(field + ": " + result.err()).isIn(0, 8, 9);
      if (result.code() != 0) {
        refused.add(field);
      }
    }

    Function<Answer, Answer> all =
        answer ->
            new Answer(
                answer.status(),
                hostile(answer.headers()),
                Planted.everywhere(
                    answer.body(),
                    Hostile.READABLE + Hostile.TEXT,
                    field -> !refused.contains(field)));
    for (OutputFormat format : OutputFormat.all()) {
      for (String width : List.of("0", "40", "32", "10000")) {
        String[] options = {"-o", format.word(), "--width", width, "-v", "-v", "--color", "always"};
        TestHost.Result result =
            run(name, all, format.isRaw() ? Arrays.copyOf(options, 2) : options);
        result = new TestHost.Result(result.code(), plain(format, result.out()), result.err());

        assertThat(result.code()).as(result.err()).isZero();
        if (!format.isRaw()) {
          Hostile.assertHarmless(result);
        }
        if (format.onScreen() && width.equals("0")) {
          assertThat(result.out()).contains(Hostile.READABLE + "^[[2J");
          assertThat(result.err()).contains("< Server: ^[[2J", "request id ^[[2J");
        }
      }
    }
    assertThat(
            Planted.texts(run(name, all, "--json").out()).stream()
                .filter(text -> text.contains(Hostile.READABLE)))
        .hasSizeGreaterThan(10)
        .allMatch(text -> text.contains(Hostile.READABLE + Hostile.TEXT));
  }

  /** With the headers that convo shows, and one of another name. */
  private static Map<String, String> hostile(Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    for (String name : List.of("X-Request-Id", "Server", "Etag", "X-" + Hostile.HEADER)) {
      all.put(name, Hostile.HEADER);
    }
    return all;
  }

  /** Without what convo itself writes: colours, and the carriage returns that end CSV's rows. */
  private static String plain(OutputFormat format, String out) {
    return format.equals(new OutputFormat(Format.CSV))
        ? withPlainRowEnds(out)
        : out.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** Carriage returns inside quotes are a cell's, and stay. */
  private static String withPlainRowEnds(String csv) {
    String[] parts = csv.split("\"", -1);
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = parts[i].replace("\r\n", "\n");
    }
    return String.join("\"", parts);
  }

  private static Function<Answer, Answer> changed(Function<String, String> body) {
    return answer -> new Answer(answer.status(), answer.headers(), body.apply(answer.body()));
  }

  private TestHost.Result run(String name, Function<Answer, Answer> change, String... options)
      throws IOException {
    Platform platform = Accounts.platform(host, name);
    Service service = platform.sandbox().apply(host.clock());
    try (Impostor impostor = Impostor.of(service, change)) {
      return Accounts.of(platform, host, impostor.base()).run(options);
    }
  }
}
