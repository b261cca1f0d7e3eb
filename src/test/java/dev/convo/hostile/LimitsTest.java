package dev.convo.hostile;

import static dev.convo.hostile.Scene.write;
import static java.nio.charset.StandardCharsets.UTF_8;
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
              convo: error: line 2: longer than 64 KiB, so neither an id nor a link
                hint: give one id or link a line
              convo: 2 of 3 shown, 1 usage
              """);
      assertThat(result.out().lines()).hasSize(2);
      assertThat(result.code()).isEqualTo(8);
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
            convo: error: line 1: longer than 64 KiB, so neither an id nor a link
              hint: give one id or link a line
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
              convo: error: conversation 42: it needs more memory than there is (host 127.0.0.1:PORT)
                hint: bound what is read with --max-body and --max-size, or fetch fewer conversations at once
              """);
      assertThat(convo.waitFor()).isEqualTo(9);
    }
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
