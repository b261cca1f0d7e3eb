package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convo.session.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code convo show --as}. */
class RawAnswerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  private TestHost host;

  @BeforeEach
  void start() {
    host = new TestHost(home).withSandbox();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void theAnswerOfEveryPlatformIsShownWithoutAskingIt() throws IOException {
    for (Platform platform : host.platforms()) {
      String name = platform.provider().descriptor().name();
      String id = platform.provider().descriptor().example();
      ObjectNode live = (ObjectNode) JSON.readTree(host.run(name, id, "--json").out());
      host.stdin = host.run(name, id, "-o", "raw").out();

      TestHost.Result shown = host.run("show", "--as", name, "-", "--json");

      assertThat(shown.code()).as(shown.err()).isZero();
      ObjectNode document = (ObjectNode) JSON.readTree(shown.out());
      assertThat(document.get("id").textValue()).isEqualTo(id);
      for (String key : new String[] {"status", "customer", "assignee", "labels", "subject"}) {
        assertThat(document.get(key)).as(name + " " + key).isEqualTo(live.get(key));
      }
      assertThat(document.get("url").isNull()).isTrue();
      assertThat(document.at("/meta/host").textValue()).isEmpty();
    }
  }

  @Test
  void aNoteSaysWhereTheMessagesComeWithOtherCalls() {
    assertThat(host.run("chatwoot", "42", "-o", "raw").err())
        .isEqualTo(
            "convo: note: -o raw is the answer of one call; the messages are in others: --save DIR"
                + " keeps them all\n");
    assertThat(host.run("crm", crm(), "-o", "raw").err()).isEmpty();
  }

  @Test
  void whatTheAnswerHoldsIsShownAndTheRestIsSaidToBeMissing() throws IOException {
    Path file = home.resolve("answer.json");
    Files.writeString(file, host.run("chatwoot", "7", "-o", "raw").out());

    TestHost.Result shown = host.run("show", "--as", "chatwoot", file.toString());

    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .contains("Here is the new invoice.")
        .endsWith(
            "1 message, not complete: the answer to the documented call holds no other messages\n");
  }

  @Test
  void aFileHoldsAnyNumberOfAnswersAndOneThatIsBrokenFailsAlone() {
    host.stdin = host.run("crm", crm(), "-o", "raw").out();
    host.stdin = host.stdin + "\n{\"error\": {\"code\": \"nothing\"}}\n" + host.stdin;

    TestHost.Result shown = host.run("show", "--as", "ohallo", "-", "-o", "jsonl");

    assertThat(shown.code()).isEqualTo(8);
    assertThat(shown.out().lines()).hasSize(2);
    assertThat(shown.err()).endsWith("convo: 2 of 3 shown, 1 bad answer\n");
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    host.stdin = "<html>";

    assertThat(host.run("show", "--as", "crm", "-"))
        .isEqualTo(
            new TestHost.Result(
                9,
                "",
                """
                convo: error: standard input: it is not a JSON object
                  hint: --as names the platform that it is from
                """));
  }

  @Test
  void aFolderIsNoAnswer() {
    assertThat(host.run("show", "--as", "crm", home.toString()).code()).isEqualTo(2);
    assertThat(host.run("show", "--as", "cmr", "-").err())
        .isEqualTo(
            """
            convo: error: --as: 'cmr' is not one of salescaptain, asapp, chatwoot, crm, ohallo,\
             workspace, trillet
              hint: did you mean crm?
            """);
  }

  private String crm() {
    return host.platforms().stream()
        .map(one -> one.provider().descriptor())
        .filter(one -> one.name().equals("crm"))
        .findFirst()
        .orElseThrow()
        .example();
  }
}
