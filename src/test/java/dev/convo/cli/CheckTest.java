package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convo.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code convo show --check}. */
class CheckTest {
  @TempDir Path home;

  private TestHost host;
  private Path archive;

  @BeforeEach
  void saveConversations() {
    host = new TestHost(home).withSandbox();
    archive = home.resolve("archive");
    host.run("chatwoot", "42", "7", "-q", "--save", archive.toString());
    host.run("asapp", "01JQ8Z4M6T9XK2VBN5RCWH0042", "-q", "--save", archive.toString());
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void whatIsAsItWasSavedIsWhole() {
    assertThat(host.run("show", "--check", archive.toString()))
        .isEqualTo(
            new TestHost.Result(
                0,
                """
                whole       HOME/archive/asapp-01jq8z4m6t9xk2vbn5rcwh0042~8b6f7de760a3a635 · perhaps\
                 not all messages
                whole       HOME/archive/chatwoot-42
                whole       HOME/archive/chatwoot-7
                """,
                "convo: 3 of 3 whole\n"));
    assertThat(host.run("show", "--check", archive.resolve("chatwoot-7").toString()))
        .isEqualTo(new TestHost.Result(0, "whole       HOME/archive/chatwoot-7\n", ""));
  }

  @Test
  void everyFaultIsNamedAndTheWorstIsTheExitCode() throws IOException {
    host.run("chatwoot", "42", "7", "-q", "--save", archive.toString());
    Path changed = archive.resolve("chatwoot-42");
    Files.writeString(changed.resolve("answer-1.json"), "{}");
    Files.delete(changed.resolve("transcript.txt"));
    Files.writeString(changed.resolve("remark.txt"), "mine");
    Files.delete(archive.resolve("chatwoot-7.1/manifest.json"));
    Files.writeString(archive.resolve("chatwoot-42.1/manifest.json"), "{");
    Files.createSymbolicLink(archive.resolve("linked"), archive.resolve("chatwoot-7"));

    TestHost.Result result = host.run("show", "--check", archive.toString());

    assertThat(result)
        .isEqualTo(
            new TestHost.Result(
                9,
                """
                whole       HOME/archive/asapp-01jq8z4m6t9xk2vbn5rcwh0042~8b6f7de760a3a635 · perhaps\
                 not all messages
                changed     HOME/archive/chatwoot-42
                            answer-1.json was changed since it was saved
                            transcript.txt is missing
                            also there: remark.txt
                unreadable  HOME/archive/chatwoot-42.1
                            manifest.json: it breaks off
                whole       HOME/archive/chatwoot-7
                unreadable  HOME/archive/chatwoot-7.1
                            it holds no manifest.json
                unreadable  HOME/archive/linked
                            it is a link
                """,
                "convo: 2 of 6 whole, 1 changed, 3 unreadable\n"));
    assertThat(host.run("show", "--check", archive.toString())).isEqualTo(result);
  }

  @Test
  void whatCouldNotBeFetchedIsIncomplete() {
    TestHost.Result fetched = host.run("chatwoot", "206", "-q", "--save", archive.toString());
    assertThat(fetched.code()).isEqualTo(8);

    assertThat(host.run("show", "--check", archive.resolve("chatwoot-206").toString()))
        .isEqualTo(
            new TestHost.Result(
                8,
                """
                incomplete  HOME/archive/chatwoot-206
                            messages of conversation 206: the platform failed (HTTP 500): "Internal\
                 Server Error"
                """,
                ""));
  }

  @Test
  void anIncompleteOneHidesNoneThatWasChanged() throws IOException {
    host.run("chatwoot", "206", "-q", "--save", archive.toString());
    assertThat(host.run("show", "--check", archive.toString()).code()).isEqualTo(8);

    Files.writeString(archive.resolve("chatwoot-7/answer-1.json"), "{}");

    assertThat(host.run("show", "--check", archive.toString()).code()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "jsonl"})
  void jsonIsWhatTheSchemaSays(String format) throws IOException {
    Files.delete(archive.resolve("chatwoot-7/manifest.json"));
    Files.writeString(archive.resolve("chatwoot-42/other"), "");

    String out = host.run("show", "--check", archive.toString(), "-o", format).out();

    List<JsonNode> documents =
        new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(out).readAll();
    assertThat(documents).hasSize(3);
    for (JsonNode document : documents) {
      assertThat(PublishedSchema.closed("check").faults(document)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--grep=x", "--redact", "--as=chatwoot", "--fields=text", "-ohtml"})
  void whatWouldBeIgnoredIsRefused(String option) {
    TestHost.Result result = host.run("show", "--check", archive.toString(), option);

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("cannot be used with --check");
  }

  @Test
  void nothingToCheckIsAMistake() throws IOException {
    Path empty = Files.createDirectory(home.resolve("empty"));
    Path file = Files.writeString(home.resolve("file"), "");

    for (String name : List.of(empty.toString(), file.toString(), home + "/none")) {
      assertThat(host.run("show", "--check", name).code()).as(name).isEqualTo(2);
    }
    assertThat(host.run("show", "--check").err())
        .isEqualTo(
            """
            convo: error: what is to be checked? A folder is missing
              hint: name a folder that --save has made: convo show --check archive
            """);
  }
}
