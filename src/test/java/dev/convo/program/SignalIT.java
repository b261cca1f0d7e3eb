package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the program ends when it is told to. */
@DisabledOnOs(OS.WINDOWS)
class SignalIT {
  private final Program program;

  SignalIT(@TempDir Path home) {
    program = new Program(home);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, text", "TERM, 143, text", "INT, 130, json", "TERM, 143, json"})
  void aSignalEndsTheWaitForAServerThatNeverAnswers(String signal, int code, String errors)
      throws Exception {
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      String base = "http://127.0.0.1:" + server.getLocalPort() + "/never";
      program.variables.put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "test-token");
      program.variables.put("CONVO_CHATWOOT_BASE_URL", base);

      Running running = program.start("chatwoot", "42", "--json", "--error-format", errors);
      try (Socket asked = server.accept()) {
        String request =
            new BufferedReader(
                    new InputStreamReader(asked.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        Program.Result result = running.signal(signal).end();

        assertThat(request).startsWith("GET /never/api/v1/accounts/1/conversations/42");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
            .isEqualTo(
                errors.equals("text")
                    ? ""
                    : "{\"error\":{\"code\":\"interrupted\",\"message\":\"interrupted\","
                        + "\"hint\":null,\"exit_code\":"
                        + code
                        + ",\"provider\":\"chatwoot\",\"profile\":\"default\","
                        + "\"host\":\"127.0.0.1:PORT\",\"http_status\":null,"
                        + "\"retryable\":false,\"retry_after_s\":null,\"request_id\":null,"
                        + "\"conversation_id\":\"42\"}}\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 0", "TERM, 0"})
  void theSandboxServesUntilItIsTold(String signal, int code) throws Exception {
    Running running = program.start("sandbox").awaitOut("[sandbox.workspace]");
    Matcher port = Pattern.compile("127\\.0\\.0\\.1:(\\d+) until").matcher(running.said());
    assertThat(port.find()).isTrue();

    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:"
                                + port.group(1)
                                + "/chatwoot/api/v1/accounts/1/conversations/42"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    Program.Result result = running.signal(signal).end();

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(result.out())
        .startsWith(
            """
            # The sandbox listens on 127.0.0.1:PORT until Ctrl-C. With the profile below, try:
            #
            #   convo salescaptain 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042 -p sandbox
            """)
        .contains(
            """
            # The profile belongs in the file that 'convo profile path' names:

            [sandbox.salescaptain]
            base_url = "http://127.0.0.1:PORT/salescaptain"
            """);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(code);
  }

  @Test
  void aSandboxOnAPortThatIsTakenSaysSo() {
    int taken = program.sandbox().port();

    assertThat(program.run("sandbox", "--port", String.valueOf(taken)))
        .isEqualTo(
            new Program.Result(
                11,
                "",
                "convo: error: the sandbox cannot listen on port "
                    + taken
                    + ": it is in use or not allowed\n  hint: --port 0 takes any free one\n"));
  }
}
