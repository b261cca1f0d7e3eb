package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.status;
import static dev.convo.hostile.Scene.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.http.apache.RawServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** However much comes, and however long it takes, a run ends and says what was too much. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
  private static final String LONG = "x".repeat(30_000);

  @TempDir Path home;

  @Test
  void aLineThatIsTooLongFailsAlone() {
    try (TestHost host = new TestHost(home).withSandbox()) {
      host.stdin = "42\n" + "9".repeat(70_000) + "\n7\n";

      TestHost.Result result = host.run("chatwoot", "-", "--no-messages", "-o", "jsonl");

      assertThat(result.err())
          .isEqualTo(
              """
              convo: error: line 2: longer than 64 KiB, too long for an id or a link
                hint: write one id or link per line
              convo: 2 of 3 shown, 1 invalid
              """);
      assertThat(result.out().lines()).hasSize(2);
      assertThat(result.code()).isEqualTo(8);
    }
  }

  /** What is left of it could be another conversation's id. */
  @Test
  void aLineThatIsTooLongIsNotCutToAnId() {
    try (TestHost host = new TestHost(home).withSandbox()) {
      host.stdin = " ".repeat(65_535) + "423\n";

      assertThat(host.run("chatwoot", "-"))
          .isEqualTo(
              new TestHost.Result(
                  2,
                  "",
                  """
                  convo: error: line 1: longer than 64 KiB, too long for an id or a link
                    hint: write one id or link per line
                  """));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void inputWithoutEndIsGivenUp() throws Exception {
    Process convo = convo("-Xmx40m", "chatwoot", "-", "--no-messages");
    OutputStream in = convo.getOutputStream();
    byte[] zeros = new byte[1 << 16];
    try {
      while (convo.isAlive()) {
        in.write(zeros);
      }
    } catch (IOException e) {
      // It has gone, as it should.
    }

    assertThat(convo.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(new String(convo.getErrorStream().readAllBytes(), UTF_8))
        .isEqualTo(
            """
            convo: error: line 1: longer than 64 KiB, too long for an id or a link
              hint: write one id or link per line
            """);
    assertThat(convo.exitValue()).isEqualTo(2);
  }

  @Test
  void moreThanThereIsMemoryForIsToldAsThat() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\n\r\n{\"_id\":\"42\",\"messages\":[");
              while (true) {
                write(socket, "{\"message\":\"" + LONG + "\"},");
              }
            })) {
      Process convo = convo("-Xmx24m", "workspace", "42", "--base-url", server.uri("http") + "");

      InputStream err = convo.getErrorStream();
      assertThat(new String(err.readAllBytes(), UTF_8).replace(":" + server.port(), ":PORT"))
          .isEqualTo(
              """
              convo: error: conversation 42: not enough memory (host 127.0.0.1:PORT)
                hint: lower --max-body and --max-size, or fetch fewer conversations at once
              """);
      assertThat(convo.waitFor()).isEqualTo(9);
    }
  }

  @Test
  void aConversationThatIsTooLargeIsShownAsFarAsItWasRead() throws Exception {
    TestHost.Result result = chatwoot("--max-size 1m", ok(messages(1, 99)));

    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: messages of conversation 42: the conversation is larger than 1 MiB (profile default, host 127.0.0.1:PORT)
              hint: --max-size allows more
            """);
    assertShown(result, "messages of conversation 42: the conversation is larger than 1 MiB");
  }

  @Test
  void aConversationThatTakesTooLongIsShownAsFarAsItWasRead() throws Exception {
    TestHost.Result result =
        chatwoot("--max-time 1m --max-wait 10m", status("429 No", "", "Retry-After: 61"));

    String why =
        "messages of conversation 42: too many requests (HTTP 429):"
            + " the conversation takes longer than 60 s";
    assertThat(result.err())
        .isEqualTo(
            "convo: error: "
                + why
                + " (profile default, host 127.0.0.1:PORT)\n  hint: --max-time allows more\n");
    assertShown(result, why);
  }

  @Test
  void aConversationThatDripsIsLeftWhenItsTimeIsOver() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\n\r\n{");
              while (true) {
                TimeUnit.MILLISECONDS.sleep(20);
                write(socket, " ");
              }
            })) {
      TestHost.Result result =
          new Scene(home).run("dripping", "workspace 42 --max-time 300ms", server.uri("http"), "");

      assertThat(result.err())
          .isEqualTo(
              """
              convo: error: conversation 42: the conversation takes longer than 300 ms (profile default, host 127.0.0.1:PORT)
                hint: --max-time allows more
              """);
      assertThat(result.code()).isEqualTo(11);
    }
  }

  /** A page of messages of 30,000 characters. */
  private static String messages(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(id -> "{\"id\":" + id + ",\"content\":\"" + LONG + "\"}")
        .collect(joining(",", "{\"payload\":[", "]}"));
  }

  /** A run against a Chatwoot whose newest page is full; the range of all ids is answered so. */
  private TestHost.Result chatwoot(String options, String range) throws IOException {
    try (RawServer server =
        new RawServer(
            socket -> {
              String path = RawServer.head(socket).replaceFirst("(?s)^GET (\\S*).*", "$1");
              String listed = path.contains("after=") ? range : ok(messages(80, 99));
              write(
                  socket, path.contains("/messages") ? listed : ok("{\"id\":42,\"messages\":[]}"));
            })) {
      return new Scene(home)
          .run("limits", "chatwoot 42 -o jsonl " + options, server.uri("http"), "");
    }
  }

  private static void assertShown(TestHost.Result result, String why) {
    assertThat(result.out().split("\"content_type\"", -1)).hasSize(20 + 1);
    assertThat(result.out())
        .contains("\"complete\":false")
        .contains("{\"code\":\"messages_not_fetched\",\"text\":\"" + why + "\"}");
    assertThat(result.code()).isEqualTo(8);
  }

  /** The program in a process of its own, with this much memory. */
  private Process convo(String memory, String... arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                memory,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.convo.Main"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    builder.environment().put("CONVO_CHATWOOT_ACCOUNT_ID", "3");
    builder.environment().put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "token-of-mine");
    builder.environment().put("CONVO_WORKSPACE_WORKSPACE_ID", "w");
    builder.environment().put("CONVO_WORKSPACE_API_KEY", "key-of-mine");
    return builder.start();
  }
}
