package dev.convo.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.cli.TestHost;
import dev.convo.provider.Descriptor;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Service;
import dev.convo.session.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM, in the middle of everything. */
class StoppedTest {
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
  @CsvSource({"INT,130", "TERM,143", "HUP,129"})
  void aSignalEndsAWaitAtOnceAndLeavesNothingBehind(String signal, int code) throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    CountDownLatch over = new CountDownLatch(1);
    Service service = Accounts.platform(host, "chatwoot").sandbox().apply(host.clock());
    Path file = home.resolve("file");
    try (WatchService made = home.getFileSystem().newWatchService();
        Impostor impostor =
            Impostor.of(
                service,
                answer -> answer.body().contains("\"id\": 42") ? answer : held(answer, over))) {
      home.register(made, StandardWatchEventKinds.ENTRY_CREATE);
      Process convo =
          convo(impostor.base(), "42", "7", "--no-messages", "--json", "-O", file.toString());
      // The first is shown, into the file beside.
      assertThat(made.poll(60, TimeUnit.SECONDS)).isNotNull();
      Signals.send(signal, convo.pid());

      String err = new String(convo.getErrorStream().readAllBytes(), UTF_8);

      assertThat(convo.waitFor()).isEqualTo(code);
      assertThat(err)
          .matches("convo: interrupted: 0 of 2 shown, (2 unfinished|1 unfinished, 1 not tried)\n");
      try (Stream<Path> files = Files.list(home)) {
        assertThat(files).isEmpty();
      }
    } finally {
      over.countDown();
    }
  }

  @Test
  void whatWasWholeStaysAndTheLastLineSaysWhatIsMissing() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Service service = Accounts.platform(host, "chatwoot").sandbox().apply(host.clock());
    try (Impostor impostor =
        Impostor.of(
            service,
            answer -> answer.body().contains("\"id\": 42") ? answer : held(answer, over))) {
      Process convo = convo(impostor.base(), "-", "--no-messages", "-o", "jsonl");
      convo.getOutputStream().write("42\n7\n12\n".getBytes(UTF_8));
      convo.getOutputStream().flush();
      BufferedReader out = convo.inputReader(UTF_8);
      String first = out.readLine();
      Signals.send("INT", convo.pid());

      String err = new String(convo.getErrorStream().readAllBytes(), UTF_8);

      assertThat(convo.waitFor()).isEqualTo(130);
      assertThat(first).startsWith("{\"schema\":\"convo/1\"").endsWith("}");
      assertThat(out.readLine()).isNull();
      assertThat(err)
          .matches(
              "convo: interrupted: [01] of [123] shown, [123] unfinished, the rest not tried\n");
    } finally {
      over.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143"})
  void aSignalEndsTheWaitForARateLimitAtOnce(String signal, int code) throws Exception {
    assertThat(stoppedWhileItWaits(signal, code, "42"))
        .isEqualTo("convo: note: waiting 5 min: conversation 42: too many requests (HTTP 429)\n");
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143"})
  void aScriptIsToldOfASignalInOneLine(String signal, int code) throws Exception {
    String waits =
        "{\"note\":{\"code\":\"waiting\",\"text\":"
            + "\"waiting 5 min: conversation 42: too many requests (HTTP 429)\"}}\n";
    String error =
        "{\"error\":{\"code\":\"interrupted\",\"message\":\"MESSAGE\",\"hint\":null,"
            + "\"exit_code\":CODE,\"provider\":\"chatwoot\",\"profile\":null,"
            + "\"host\":\"127.0.0.1:PORT\",\"http_status\":null,\"retryable\":false,"
            + "\"retry_after_s\":null,\"request_id\":null,\"conversation_id\":ID}}\n";
    error = error.replace("CODE", String.valueOf(code));

    assertThat(stoppedWhileItWaits(signal, code, "42", "--error-format", "json"))
        .isEqualTo(waits + error.replace("MESSAGE", "interrupted").replace("ID", "\"42\""));
    // Of two that wait, one may have said so or both.
    assertThat(stoppedWhileItWaits(signal, code, "42", "7", "--error-format", "json"))
        .endsWith(
            "}}\n"
                + error
                    .replace("MESSAGE", "interrupted: 0 of 2 shown, 2 unfinished")
                    .replace("ID", "null"));
  }

  /** All of standard error of a run that is told to wait for five minutes, and stopped then. */
  private String stoppedWhileItWaits(String signal, int code, String... arguments)
      throws Exception {
    try (Impostor impostor = Impostor.saying("429 Too Many Requests", "Retry-After: 300\r\n", "")) {
      List<String> line = new ArrayList<>(List.of(arguments));
      line.addAll(List.of("--no-messages", "--max-wait", "10m"));
      Process convo = convo(impostor.base(), line.toArray(new String[0]));
      BufferedReader err = convo.errorReader(UTF_8);
      String first = err.readLine();
      Signals.send(signal, convo.pid());

      assertThat(convo.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(convo.exitValue()).isEqualTo(code);
      assertThat(convo.getInputStream().readAllBytes()).isEmpty();
      return (first + "\n" + err.lines().map(one -> one + "\n").collect(Collectors.joining()))
          .replace(":" + impostor.port(), ":PORT");
    }
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143"})
  void aCommandThatFetchesASecretEndsWithConvo(String signal, int code) throws Exception {
    Path pipe = home.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    host.profiles(
        """
        [default.chatwoot]
        account_id = 1
        api_access_token = { command = ["sh", "-c", "trap '' INT TERM; exec > '%s'; sleep 60 & (sleep 60; :) & echo begun; sleep 60; :"] }
        """
            .formatted(pipe));
    Process convo = convo(null, "42");
    try (BufferedReader command = Files.newBufferedReader(pipe)) {
      assertThat(command.readLine()).isEqualTo("begun");

      Signals.send(signal, convo.pid());

      assertThat(convo.waitFor()).isEqualTo(code);
      // Whoever is left of the command and its children holds the pipe open.
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> assertThat(command.read()).isNegative());
    }
  }

  private static Answer held(Answer answer, CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  /** The program itself, in a process of its own. */
  private Process convo(@org.jspecify.annotations.Nullable URI base, String... arguments)
      throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.convo.Main",
                "chatwoot"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    if (base != null) {
      Platform platform = Accounts.platform(host, "chatwoot");
      Descriptor facts = platform.provider().descriptor();
      platform
          .sandbox()
          .apply(host.clock())
          .credentials()
          .forEach((key, value) -> builder.environment().put(facts.variable(key), value));
      builder.environment().put(facts.variable("base_url"), base.toString());
    }
    return builder.start();
  }
}
