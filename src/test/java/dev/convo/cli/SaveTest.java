package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.convo.provider.Descriptor;
import dev.convo.sandbox.Service.Sample;
import dev.convo.session.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --save} and {@code convo show}. */
class SaveTest {
  /** Characters of a result, of thousands of messages. */
  private static final int LONG = 500_000;

  @TempDir Path home;

  @Test
  void whatIsSavedIsShownAgainAsItWas() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      for (String id : samples(host)) {
        String[] words = id.split(" ", 2);
        Path archive = Files.createTempDirectory(home, "archive");

        TestHost.Result live = host.run(words[0], words[1], "--json", "--save", archive.toString());
        TestHost.Result shown = host.run("show", archive.toString(), "--json");

        if (!live.out().isEmpty()) {
          assertThat(shown.out()).as(id).isEqualTo(live.out());
          assertThat(shown.code()).as(id).isZero();
        }
      }
    }
  }

  @Test
  void ownJsonIsShownAgainByteForByte() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      for (String id : samples(host)) {
        String[] words = id.split(" ", 2);
        for (String format : List.of("json", "jsonl", "messages")) {
          host.stdin = host.run(words[0], words[1], "-o", format).out();

          assertThat(host.run("show", "-", "-o", format).out())
              .as(id + " " + format)
              .isEqualTo(host.stdin);
          if (host.stdin.length() > LONG) {
            break; // Thousands of messages are alike: one format is enough.
          }
        }
      }
    }
  }

  @Test
  void aFileHoldsAnyNumberOfConversations() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      Path pretty = home.resolve("pretty.json");
      String both = host.run("chatwoot", "42", "7", "--json").out();
      Files.writeString(pretty, both);

      TestHost.Result shown = host.run("show", pretty.toString(), "--json");

      assertThat(shown.out()).isEqualTo(both);
      assertThat(shown.err()).isEqualTo("convo: 2 of 2 shown\n");
    }
  }

  @Test
  void whatConvoHasNotWrittenIsRefused() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      String whole = host.run("chatwoot", "42", "--json").out();

      assertThat(shown(host, "{\"messages\": []}")).isEqualTo("it is not JSON written by convo");
      assertThat(shown(host, "hello")).isEqualTo("it is not JSON written by convo");
      assertThat(shown(host, "{\"schema\": \"convo/2\"}"))
          .isEqualTo("it was written by a later version of convo");
      assertThat(shown(host, whole.substring(0, whole.length() / 2))).endsWith("breaks off");
    }
  }

  @Test
  void thePageOrTranscriptOfAConversationIsAnsweredWithItsFolder() {
    try (TestHost host = new TestHost(home).withSandbox()) {
      host.run("chatwoot", "42", "--save", home.resolve("archive").toString());
      String transcript = home.resolve("archive/chatwoot-42/transcript.txt").toString();

      assertThat(host.run("show", transcript))
          .isEqualTo(
              new TestHost.Result(
                  9,
                  "",
                  "convo: error: HOME/archive/chatwoot-42/transcript.txt: it is not JSON written by"
                      + " convo\n  hint: name the folder that --save has made, or output of -o json,"
                      + " jsonl or messages; for a platform's own answer, add --as PROVIDER\n"));
    }
  }

  private static String shown(TestHost host, String json) throws IOException {
    host.stdin = json;
    TestHost.Result result = host.run("show", "-");
    assertThat(result.code()).isEqualTo(9);
    assertThat(result.out()).isEmpty();
    return result
        .err()
        .replaceFirst("convo: error: standard input: ", "")
        .replaceFirst("\n  hint: name the folder .* add --as PROVIDER", "")
        .strip();
  }

  /** As {@code jq -S} writes it. */
  @Test
  void theOrderOfKeysDoesNotMatter() throws IOException {
    ObjectMapper sorting =
        JsonMapper.builder().configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true).build();
    sorting.configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    try (TestHost host = new TestHost(home).withSandbox()) {
      for (String format : List.of("json", "messages")) {
        String written = host.run("chatwoot", "42", "-o", format).out();
        StringBuilder sorted = new StringBuilder();
        for (Object one : sorting.readerFor(TreeMap.class).readValues(written).readAll()) {
          sorted.append(sorting.writeValueAsString(one)).append('\n');
        }
        host.stdin = sorted.toString();

        TestHost.Result shown = host.run("show", "-", "-o", format);

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(tree(shown.out())).isEqualTo(tree(written));
      }
    }
  }

  private static List<JsonNode> tree(String json) throws IOException {
    return new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(json).readAll();
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Path empty = Files.writeString(home.resolve("empty.json"), "");
    TestHost host = new TestHost(home);

    assertThat(host.run("show", empty.toString()))
        .isEqualTo(
            new TestHost.Result(0, "", "convo: note: HOME/empty.json held no conversation\n"));
    assertThat(host.run("show", "-").err())
        .isEqualTo("convo: note: standard input held no conversation\n");
  }

  @Test
  void whatIsNotHereIsLookedForInTheFoldersBesideIt() throws IOException {
    TestHost host = new TestHost(home);
    Files.createDirectories(home.resolve("archive/chatwoot-42"));
    Files.createDirectories(home.resolve("other"));

    for (String line : List.of("show", "show --check", "diff")) {
      String[] words = (line + " " + home.resolve("chatwoot-42")).split(" ");
      assertThat(host.run(words).err())
          .as(line)
          .endsWith("\n  hint: did you mean HOME/archive/chatwoot-42?\n");
      words[words.length - 1] = home.resolve("chatwoot-7").toString();
      assertThat(host.run(words).err())
          .as(line)
          .endsWith(
              "\n  hint: a saved conversation is inside the folder given to --save: archive/chatwoot-7\n");
    }
  }

  @Test
  void aFileNamedAfterAnotherFormatIsNoticed() {
    try (TestHost host = new TestHost(home).withSandbox()) {
      for (String name : List.of("case.html", "case.htm", "case.md", "case.csv", "CASE.JSON")) {
        String file = home.resolve(name).toString();
        assertThat(host.run("chatwoot", "42", "-O", file).err())
            .matches(
                "convo: note: the format of HOME/" + name + " is table; for (\\S+) add -o \\1\n");
        assertThat(host.run("chatwoot", "42", "-O", file, "-o", "transcript").err()).isEmpty();
      }
      for (String name : List.of("case.txt", "case", "case.table", ".md.txt")) {
        assertThat(host.run("chatwoot", "42", "-O", home.resolve(name).toString()).err()).isEmpty();
      }
    }
  }

  @Test
  void rawKeepsOneAnswerAndSaveAllOfThem() {
    try (TestHost host = new TestHost(home).withSandbox()) {
      TestHost.Result result =
          host.run("chatwoot", "42", "-o", "raw", "--save", home.resolve("archive").toString());

      assertThat(result)
          .isEqualTo(
              new TestHost.Result(
                  2,
                  "",
                  """
                  convo: error: --save cannot be used with -o raw: it keeps every answer, not one
                    hint: leave out -o raw; the answers are in the saved folder
                  """));
    }
  }

  @Test
  void whatIsSavedIsNeitherSelectedNorRedactedAndTheUserIsTold() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      Path plain = home.resolve("plain");
      Path other = home.resolve("other");
      host.run("chatwoot", "42", "-q", "--save", plain.toString());

      TestHost.Result result =
          host.run("chatwoot", "42", "--tail", "1", "--redact", "--save", other.toString());

      assertThat(result.out()).doesNotContain("Mina");
      assertThat(result.err())
          .contains(
              "convo: note: --save keeps the conversation as it was fetched: --tail and --redact"
                  + " change only what is shown\n");
      for (String name : names(plain.resolve("chatwoot-42"))) {
        if (!name.equals("manifest.json")) {
          assertThat(other.resolve("chatwoot-42").resolve(name))
              .hasSameBinaryContentAs(plain.resolve("chatwoot-42").resolve(name));
        }
      }
    }
  }

  @Test
  void twoSavesOfTheSameAnswersDifferOnlyInTimesAndRequestIds() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      for (String id : samples(host)) {
        String[] words = id.split(" ", 2);
        Path first = Files.createTempDirectory(home, "first");
        Path second = Files.createTempDirectory(home, "second");
        host.run(words[0], words[1], "-q", "--save", first.toString());
        host.later(Duration.ofHours(1));
        host.run(words[0], words[1], "-q", "--save", second.toString());

        for (String folder : names(first)) {
          assertThat(names(second.resolve(folder))).isEqualTo(names(first.resolve(folder)));
          for (String name : names(first.resolve(folder))) {
            String one = Files.readString(first.resolve(folder).resolve(name));
            String other = Files.readString(second.resolve(folder).resolve(name));
            boolean manifest = name.equals("manifest.json");
            assertThat(manifest ? timeless(other) : other)
                .as(id + " " + name)
                .isEqualTo(manifest ? timeless(one) : one);
          }
        }
      }
    }
  }

  private static String timeless(String manifest) {
    return manifest
        .replaceAll("\"fetched_at\": \"[^\"]*\"", "")
        .replaceAll("\"request_id\": \"[^\"]*\"", "")
        .replaceAll("(?s)\"request_ids\": \\[.*?]", "");
  }

  @Test
  void whereNothingIsSavedNoFolderIsMade() {
    Path missing = home.resolve("new/archive");
    String save = "--save=" + missing;

    try (TestHost host = new TestHost(home).withSandbox()) {
      assertThat(host.run("chatwoot", "4 2", save).code()).isEqualTo(2);
      assertThat(host.run("chatwoot", "404", save).code()).isEqualTo(5);
      assertThat(missing.getParent()).doesNotExist();

      assertThat(host.run("chatwoot", "42", "-q", save).code()).isZero();
    }
    assertThat(missing.resolve("chatwoot-42")).isDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedBeforeAnyRequest() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");

    try (TestHost host = new TestHost(home).withSandbox()) {
      assertThat(host.run("chatwoot", "42", "-v", "--save", file.resolve("below/it").toString()))
          .isEqualTo(
              new TestHost.Result(
                  12,
                  "",
                  """
                  convo: error: cannot save to HOME/file/below/it: HOME/file is not a folder
                    hint: name another folder with --save
                  """));
    }
    assertThat(file).isEmptyFile();
  }

  @Test
  void anOlderOneIsKept() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      String archive = home.resolve("archive").toString();

      for (int time = 0; time < 3; time++) {
        host.run("chatwoot", "42", "-q", "--save", archive);
      }

      assertThat(names(home.resolve("archive")))
          .containsExactly("chatwoot-42", "chatwoot-42.1", "chatwoot-42.2");
    }
  }

  @Test
  void whatIsThereIsNotAskedForAgain() throws IOException {
    try (TestHost host = new TestHost(home).withSandbox()) {
      String archive = home.resolve("archive").toString();
      host.run("chatwoot", "42", "-q", "--save", archive);
      host.stdin = "42\n7\n";

      TestHost.Result result =
          host.run("chatwoot", "-", "--save", archive, "--resume", "-o", "jsonl", "-v");

      assertThat(result.out().lines()).hasSize(2);
      assertThat(result.err())
          .doesNotContain("/conversations/42")
          .contains(
              "convo: note: 1 conversation was already saved in HOME/archive, and not asked for"
                  + " again\nconvo: note: 1 conversation was saved in HOME/archive\n"
                  + "convo: 2 of 2 shown\n");
      assertThat(names(home.resolve("archive"))).containsExactly("chatwoot-42", "chatwoot-7");
    }
  }

  @Test
  void theDemoIsResumedAlthoughItsPortIsAnother() throws IOException {
    try (TestHost host = new TestHost(home)) {
      String archive = home.resolve("archive").toString();
      String[] line = {
        "chatwoot", "42", "-p", "demo", "--save", archive, "--resume", "-o", "jsonl"
      };

      TestHost.Result first = host.run(line);
      TestHost.Result again = host.run(line);

      assertThat(first.err()).isEqualTo("convo: note: 1 conversation was saved in HOME/archive\n");
      assertThat(again.err())
          .isEqualTo(
              "convo: note: 1 conversation was already saved in HOME/archive, and not asked for"
                  + " again\n");
      assertThat(names(home.resolve("archive"))).containsExactly("chatwoot-42");
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> samples(TestHost host) {
    List<String> samples = new ArrayList<>();
    for (Platform platform : host.platforms()) {
      Descriptor facts = platform.provider().descriptor();
      for (Sample sample : platform.sandbox().apply(host.clock()).samples()) {
        samples.add(facts.name() + " " + sample.id());
      }
    }
    return samples;
  }
}
