package dev.convo.terminal.jline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sits at a real pseudo-terminal, which script(1) of util-linux makes. */
class JLinePromptTest {
  private final Path folder;

  JLinePromptTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Answers each prompt once it is shown; returns all that the terminal showed. */
  private String session(String term, List<String> promptsAndAnswers) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script(1) here");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "script(1) of another kind");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s '%s'"
            .formatted(
                java,
                System.getProperty("java.class.path"),
                Asking.class.getName(),
                folder.resolve("answers"));
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/script", "-q", "-e", "-c", command, "/dev/null");
    builder.environment().put("TERM", term);
    Process process = builder.redirectErrorStream(true).start();
    CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS).execute(process::destroyForcibly);
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (int i = 0; i < promptsAndAnswers.size(); i += 2) {
      from = readUntil(process.getInputStream(), shown, promptsAndAnswers.get(i), from);
      process
          .getOutputStream()
          .write(promptsAndAnswers.get(i + 1).getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    }
    readUntil(process.getInputStream(), shown, "nothing shows this", from);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return shown.toString();
  }

  /** Reads until the text is shown, or to the end; returns where the next text can begin. */
  private static int readUntil(InputStream in, StringBuilder shown, String text, int from)
      throws IOException {
    while (shown.indexOf(text, from) < 0) {
      int c = in.read();
      if (c < 0) {
        return shown.length();
      }
      shown.append((char) c);
    }
    return shown.indexOf(text, from) + text.length();
  }

  private String answers() throws IOException {
    return Files.readString(folder.resolve("answers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xterm-256color", "dumb", "no-such-terminal"})
  void answersArriveAndASecretIsNeverShown(String term) throws Exception {
    String shown =
        session(
            term,
            List.of(
                "name [usual]: ", "\r",
                "secret: ", "s3cret!x\\y\r",
                "1 to 2 [1]: ", "7\r",
                "1 to 2 [1]: ", "2\r",
                "last: ", "plain text\r"));

    assertThat(answers()).isEqualTo("usual\ns3cret!x\\y\n1\nplain text\n");
    assertThat(shown)
        .doesNotContain("s3cret")
        .doesNotContain("Exception")
        .doesNotContain("WARNING")
        .contains("Type one of the numbers.")
        .containsPattern("\ndone: (seven77 ){8}seven77\r+\n(seven77 ){2}seven77\r+\n");
  }

  @Test
  void aSecretDoesNotComeBackWithTheArrowKey() throws Exception {
    String shown =
        session(
            "xterm",
            List.of(
                "name [usual]: ", "a\r",
                "secret: ", "s3cret\r",
                "1 to 2 [1]: ", "\r",
                "last: ", "\033[A\r"));

    assertThat(answers()).isEqualTo("a\ns3cret\n0\n\n");
    assertThat(shown).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret\u0003", "\u0003", "\u0004"})
  void controlCAndControlDStopTheQuestions(String keys) throws Exception {
    String shown = session("xterm", List.of("name [usual]: ", "a\r", "secret: ", keys));

    assertThat(answers()).isEqualTo("INTERRUPTED stopped; nothing was written\n");
    assertThat(shown).doesNotContain("s3cret");
  }
}
