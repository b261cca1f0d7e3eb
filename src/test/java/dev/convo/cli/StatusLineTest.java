package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.apache.RawServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal, and nothing else, shows while a platform asks convo to wait. */
class StatusLineTest {
  private static final String REFUSED =
      """
      HTTP/1.1 429 Too Many Requests\r
      Retry-After: 3\r
      Content-Length: 0\r
      Connection: close\r
      \r
      """;
  private static final String FOUND =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/json\r
      Content-Length: 9\r
      Connection: close\r
      \r
      {"id":42}\
      """;

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home);
    host.errTerminal = true;
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void aTerminalCountsTheWaitDownAndIsLeftAsItWas() throws Exception {
    TestHost.Result result = waited("--no-messages", "-o", "jsonl");

    assertThat(List.of(result.err().split("\r *\r", -1)))
        .containsExactly(
            "waiting as the platform asked: 3 s",
            "waiting as the platform asked: 2 s",
            "waiting as the platform asked: 1 s",
            "waiting for 127.0.0.1:PORT",
            "");
    assertThat(result.code()).isZero();
  }

  @Test
  void aPipeIsToldInANote() throws Exception {
    host.errTerminal = false;

    assertThat(waited("--no-messages", "-o", "jsonl").err())
        .isEqualTo("convo: note: waiting 3 s: conversation 42: too many requests (HTTP 429)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-q", "--error-format=json"})
  void whoeverWantsNoNotesOrAScriptGetsNoLine(String option) throws Exception {
    assertThat(waited("--no-messages", "-o", "jsonl", option).err()).doesNotContain("\r");
  }

  private TestHost.Result waited(String... options) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              String answer = asked.getAndIncrement() == 0 ? REFUSED : FOUND;
              socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            })) {
      host.variables.put("CONVO_CHATWOOT_BASE_URL", server.uri("http").toString());
      host.variables.put("CONVO_CHATWOOT_ACCOUNT_ID", "1");
      host.variables.put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "a-token");
      List<String> line = new ArrayList<>(List.of("chatwoot", "42"));
      line.addAll(List.of(options));
      return host.run(line.toArray(new String[0]));
    }
  }
}
