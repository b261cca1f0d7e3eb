package dev.convo.program;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Providers;
import dev.convo.hostile.Impostor;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Service;
import dev.convo.text.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program on a terminal of its own, which only Linux's {@code script} gives like this. */
@EnabledOnOs(OS.LINUX)
class TerminalIT {
  private static final String FILE = "[old.crm]\ntoken = { env = \"OLD\" }\n";

  private final Path home;
  private final Program program;
  private final List<Impostor> impostors = new ArrayList<>();

  TerminalIT(@TempDir Path home) {
    this.home = home;
    program = new Program(home);
    program.variables.put("NO_COLOR", "1");
  }

  @AfterEach
  void stop() throws IOException {
    for (Impostor impostor : impostors) {
      impostor.close();
    }
    program.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript"})
  void noLineIsWiderThanTheTerminal(String format) {
    for (String id : List.of("42", "7", "13", "77", "99")) {
      Program.Result shown = program.terminal(60, "chatwoot", id, "-o", format, "--no-pager").end();

      assertThat(lines(shown).lines()).hasSizeGreaterThan(9);
      assertThat(lines(shown).lines().filter(line -> Cells.width(line) > 60))
          .allMatch(line -> line.contains("://"));
      assertThat(lines(shown))
          .isEqualTo(program.run("chatwoot", id, "-o", format, "--width", "60").out());
      assertThat(shown.code()).isZero();
    }
  }

  @Test
  void aTerminalGetsColour() {
    program.variables.put("NO_COLOR", "");

    assertThat(program.terminal(60, "chatwoot", "42", "--no-pager").end().out())
        .contains("\u001b[");
    assertThat(program.terminal(60, "chatwoot", "42", "--json").end().out())
        .doesNotContain("\u001b[");
  }

  @Test
  void longHelpGoesThroughThePagerToo() {
    String formats = program.run("help", "formats").out();
    String options = program.run("chatwoot", "--help").out();
    program.variables.put("PAGER", "sed 's/^/> /'");

    assertThat(lines(program.terminal(80, "help", "formats").end()))
        .isEqualTo(formats.replaceAll("(?m)^(?!\\z)", "> "));
    assertThat(lines(program.terminal(80, "chatwoot", "--help").end()))
        .isEqualTo(options.replaceAll("(?m)^(?!\\z)", "> "));
    assertThat(lines(program.terminal(80, "chatwoot", "--help", "--no-pager").end()))
        .isEqualTo(options);
    assertThat(lines(program.terminal(80, "profile", "path").end())).doesNotStartWith(">");
  }

  @Test
  void thePagerOfTheEnvironmentShowsIt() {
    String plain = program.run("chatwoot", "42", "--width", "60").out();
    program.variables.put("PAGER", "sed 's/^/> /'");

    Program.Result paged = program.terminal(60, "chatwoot", "42").end();

    assertThat(lines(paged)).isEqualTo(plain.replaceAll("(?m)^(?!\\z)", "> "));
    assertThat(paged.code()).isZero();
  }

  @Test
  void thePagerIsToldThatTheTextIsUtf8() {
    program.variables.put("LC_ALL", "C");
    program.variables.put("PAGER", "cat >all; printf '<%s>' \"$LESSCHARSET\"");

    assertThat(program.terminal(60, "chatwoot", "42").end().out()).isEqualTo("<utf-8>");
    program.variables.put("LESSCHARSET", "latin1");
    assertThat(program.terminal(60, "chatwoot", "42").end().out()).isEqualTo("<latin1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat", "", "/nowhere/pager"})
  void withoutAPagerItIsShownAsItIs(String pager) {
    String plain = program.run("chatwoot", "42", "--width", "60").out();
    program.variables.put("PAGER", "sed 's/^/> /'");
    program.variables.put("CONVO_PAGER", pager.isEmpty() ? " " : pager);

    Program.Result shown = program.terminal(60, "chatwoot", "42").end();

    assertThat(plain).endsWith("\n16 messages, complete\n");
    assertThat(lines(shown)).isEqualTo(plain);
    assertThat(shown.code()).isZero();
  }

  @Test
  void whereTheShellFindsNoPagerItIsShownAsItIs() {
    String plain = program.run("chatwoot", "42", "--width", "60").out();
    program.variables.put("PAGER", "no-such-pager --x");

    Program.Result shown = program.terminal(60, "chatwoot", "42").end();

    assertThat(lines(shown)).matches("(?s)[^\n]*no-such-pager[^\n]*\n.*").endsWith(plain);
    assertThat(shown.code()).isZero();
  }

  @Test
  void aPlatformThatTakesItsTimeIsWaitedForInALineThatGoesAway() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    slow(answer -> after(seen, answer));
    Running running =
        program.terminal(60, "chatwoot", "42", "--no-pager").awaitOut("waiting for 127.0.0.1:");
    seen.countDown();

    assertThat(plain(running.end())).startsWith("chatwoot ").endsWith(", complete\n");
  }

  @Test
  void thePagesOfALongConversationAreCountedWhileTheyAreFetched() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    AtomicInteger answers = new AtomicInteger();
    slow(answer -> answers.incrementAndGet() < 3 ? answer : after(seen, answer));
    Running running =
        program
            .terminal(60, "chatwoot", "100", "--no-pager", "-o", "jsonl")
            .awaitOut("page 1, 20 messages");
    seen.countDown();

    assertThat(lines(running.end())).startsWith("{\"schema\"").endsWith("}\n");
  }

  @Test
  void severalConversationsAreCountedAndWhatIsSaidStandsOnLinesOfItsOwn() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    slow(answer -> answer.body().contains("\"id\": 7,") ? after(seen, answer) : answer);
    Running running =
        program
            .terminal(60, "chatwoot", "404404", "42", "7", "--no-messages", "-o", "jsonl")
            .awaitOut("2 of 3");
    seen.countDown();

    assertThat(lines(running.end()).replaceAll("(?m)^\\{.*", "{}"))
        .matches(
            "(?s)convo: error: conversation 404404: not found .*\\n\\{}\\n\\{}\\n"
                + "convo: 2 of 3 shown, 1 not found\\n")
        .containsOnlyOnce("of 3");
  }

  @Test
  void aWaitWritesNothingOverThePager() throws Exception {
    program.variables.put("PAGER", program.script("pager", "sed 's/^/> /'\n"));
    AtomicInteger answers = new AtomicInteger();
    slow(
        answer ->
            answer.body().contains("\"id\": 7,") && answers.getAndIncrement() == 0
                ? Answer.json(429, "{}").header("Retry-After", "3")
                : answer);
    Program.Result shown =
        program.terminal(60, "chatwoot", "42", "7", "--no-messages", "--concurrency", "1").end();

    assertThat(lines(shown).lines().filter(line -> !line.startsWith(">")))
        .containsExactly("convo: 2 of 2 shown");
  }

  /** The sandbox's Chatwoot, changed, as what the environment names. */
  private void slow(UnaryOperator<Answer> change) throws IOException {
    Service chatwoot =
        Providers.all().stream()
            .filter(one -> one.provider().descriptor().name().equals("chatwoot"))
            .findFirst()
            .orElseThrow()
            .sandbox()
            .apply(InstantSource.system());
    Impostor impostor = Impostor.of(chatwoot, change);
    impostors.add(impostor);
    chatwoot
        .credentials()
        .forEach(
            (key, value) ->
                program.variables.put("CONVO_CHATWOOT_" + key.toUpperCase(Locale.ROOT), value));
    program.variables.put("CONVO_CHATWOOT_BASE_URL", impostor.base().toString());
  }

  private static Answer after(CountDownLatch latch, Answer answer) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  @Test
  void leavingThePagerEarlyIsNoFault() {
    program.variables.put("PAGER", "head -n 1");

    Program.Result shown = program.terminal(60, "chatwoot", "100").end();

    assertThat(plain(shown))
        .isEqualTo("chatwoot 100 · open · website chat   2400 messages, complete\n");
    assertThat(shown.code()).isZero();
  }

  @Test
  void aPagerKeepsTheTerminalAtCtrlC() {
    // It goes only when the program has heard of Ctrl-C: then it has a thread that waits for it.
    program.variables.put(
        "PAGER",
        program.script(
            "pager",
            """
            trap '' INT
            head -n 1
            read answer </dev/tty
            until grep -qs convo-stopped /proc/$PPID/task/*/comm; do :; done
            echo "$answer"
            """));

    Program.Result shown =
        program
            .terminal(60, "chatwoot", "42")
            .awaitOut("WhatsApp")
            .type("\u0003")
            .type("left\r")
            .end();

    assertThat(plain(shown))
        .isEqualTo("chatwoot 42 · resolved · medium · WhatsApp\n^Cleft\nleft\n");
    assertThat(shown.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"TERM,143,exec less", "HUP,129,exec less", "TERM,143,less; :"})
  void anyOtherSignalEndsThePagerAndPutsTheTerminalBack(String signal, int code, String pager)
      throws Exception {
    // With ":" behind it, what has the terminal need not be what we started.
    program.variables.put("PAGER", program.script("pager", "echo $PPID >pid\n" + pager + "\n"));
    Running running =
        program
            .terminalShell(
                60,
                "before=$(stty -g); %s; echo code $?; [ $(stty -g) = $before ] && echo sane",
                "chatwoot",
                "100")
            .awaitOut("chatwoot 100");

    running.signal(signal, Long.parseLong(Files.readString(home.resolve("pid")).strip()));

    assertThat(lines(running.end())).endsWith("code " + code + "\nsane\n");
  }

  @Test
  void aProfileIsAddedAndItsSecretIsNotShown() throws Exception {
    program.profiles(FILE);

    Program.Result added = adding().type("sf_live_hidden\r").awaitOut("[y]: ").type("n\r").end();

    assertThat(lines(added))
        .endsWith(
            """
            1 to 5 [1]: 4
            token: **************
            Use work when no -p is given? y or n [y]: n
            added [work.crm] to HOME/.config/convo/profiles.toml
            try: convo crm ID -p work
            """);
    assertThat(added.code()).isZero();
    assertThat(Files.readString(program.file()))
        .isEqualTo(FILE + "\n[work.crm]\ntoken = \"sf_live_hidden\"\n");
  }

  @Test
  void ctrlCWhileAddingLeavesTheFileAsItWas() throws Exception {
    program.profiles(FILE);

    Program.Result left = adding().type("sf_live").type("\u0003").end();

    assertThat(lines(left))
        .endsWith(
            """
            1 to 5 [1]: 4
            token: *******
            convo: error: stopped; nothing was written
            """);
    assertThat(left.code()).isEqualTo(130);
    assertThat(Files.readString(program.file())).isEqualTo(FILE);
  }

  /** Up to the question for the secret. */
  private Running adding() {
    return program
        .terminal(80, "profile", "add", "crm", "-p", "work")
        .awaitOut("ohallo.eu]: ")
        .type("\r")
        .awaitOut("1 to 5 [1]: ")
        .type("4\r")
        .awaitOut("token: ");
  }

  /** Without colours. */
  private static String plain(Program.Result shown) {
    return lines(shown).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /**
   * What is left to see. A terminal shows a line's end as two characters, and writes over a line to
   * whose beginning it is sent back; the prompt talks to it beside the text.
   */
  private static String lines(Program.Result shown) {
    String text = shown.out().replaceAll("\r+\n", "\n").replaceAll("\u001b\\[\\?2004[hl]", "");
    return Arrays.stream(text.split("\n", -1)).map(TerminalIT::seen).collect(joining("\n"));
  }

  private static String seen(String line) {
    String[] layers = line.split("\r", -1);
    if (layers.length == 1) {
      return line;
    }
    StringBuilder seen = new StringBuilder();
    for (String layer : layers) {
      seen.replace(0, Math.min(layer.length(), seen.length()), layer);
    }
    return seen.toString().stripTrailing();
  }
}
