package dev.convo.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.Golden;
import dev.convo.Providers;
import dev.convo.session.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program writes, and what it does where it cannot. */
@DisabledOnOs(OS.WINDOWS)
class OutputIT {
  private final Path home;
  private final Program program;

  OutputIT(@TempDir Path home) {
    this.home = home;
    program = new Program(home);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void itSaysItsVersion() {
    assertThat(program.run("--version"))
        .isEqualTo(
            new Program.Result(0, "convo " + System.getProperty("convo.version") + "\n", ""));
  }

  @Test
  void withoutAWordItHelps() {
    Program.Result help = program.run("--help");

    Golden.check("cli/help-convo.txt", help.out());
    assertThat(help.err()).isEmpty();
    assertThat(help.code()).isZero();
    assertThat(program.run()).isEqualTo(help);
  }

  /** The demo's server is gone when somebody follows a link to it. */
  @Test
  void everyProviderIsShownAsTheTestsOfTheCommandLineExpect() {
    for (Platform platform : Providers.all()) {
      String name = platform.provider().descriptor().name();
      String id = platform.provider().descriptor().example();

      Program.Result shown = program.run(name, id, "--width", "100");
      Program.Result demo = program.run(name, id, "-p", "demo", "--width", "100");

      assertThat(shown.err()).isEmpty();
      assertThat(shown.code()).isZero();
      Golden.check("cli/" + name + ".table", shown.out());
      assertThat(demo)
          .isEqualTo(new Program.Result(0, shown.out().replaceFirst("(?m)^link: .*\n", ""), ""));
    }
  }

  /** Before the first byte, in its middle, and between two: 100 is longer than any pipe. */
  @ParameterizedTest
  @CsvSource({
    "table,0", "table,10", "table,100000",
    "transcript,0", "transcript,10", "transcript,100000",
    "json,0", "json,10", "json,100000",
    "jsonl,0", "jsonl,10", "jsonl,100000",
    "raw,0", "raw,10", "raw,100"
  })
  void aReaderThatLeavesEarlyEndsItQuietly(String format, int bytes) throws Exception {
    String note = format.equals("raw") ? "convo: note: -o raw is the answer of one call.*\n" : "";
    for (String ids : List.of("100", "42 100 7")) {
      List<String> line = new ArrayList<>(List.of("chatwoot", "-o", format));
      line.addAll(List.of(ids.split(" ", -1)));

      Program.Result result =
          program.shell(
              "{ \"$@\" 2>said; echo $? >code; } | head -c " + bytes, line.toArray(new String[0]));

      assertThat(result.out().getBytes(UTF_8)).hasSizeBetween(bytes - 60, bytes + 60);
      assertThat(Files.readString(home.resolve("said")))
          .matches(note + (ids.equals("100") ? "" : "(convo: \\d of \\d shown\n)?"));
      assertThat(Files.readString(home.resolve("code"))).isEqualTo("0\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript", "json", "jsonl", "raw"})
  void aReaderThatLeavesEarlyHidesNoEarlierFailure(String format) throws Exception {
    Program.Result result =
        program.shell(
            "{ \"$@\" 2>said; echo $? >code; } | head -c 10",
            ("chatwoot 404404 42 100 -o " + format).split(" ", -1));

    assertThat(result.out().getBytes(UTF_8)).hasSize(10);
    assertThat(Files.readString(home.resolve("said")))
        .matches("(?s)(convo: note: -o raw [^\n]*\n)?convo: error: conversation 404404: .*");
    assertThat(Files.readString(home.resolve("code"))).isEqualTo("8\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chatwoot 42",
        "chatwoot 42 --json",
        "chatwoot 42 -o transcript",
        "chatwoot 42 -o jsonl",
        "chatwoot 42 -o raw -q",
        "--help",
        "--version",
        "profile list",
        "completion bash",
        "help formats",
        "chatwoot 42 --dry-run"
      })
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaid(String words) {
    assertThat(program.into(new File("/dev/full"), words.split(" ", -1)))
        .isEqualTo(
            new Program.Result(
                12,
                "",
                "convo: error: cannot write to standard output: No space left on device\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatwoot 42", "chatwoot 42 --json", "--help", "--version"})
  void anOutputThatIsClosedFromTheStartIsSaid(String words) {
    assertThat(program.shell("exec \"$@\" >&-", words.split(" ", -1)))
        .isEqualTo(
            new Program.Result(
                12, "", "convo: error: cannot write to standard output: Bad file descriptor\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2>&-", "2>/dev/full"})
  @EnabledOnOs(OS.LINUX)
  void errorsThatCannotBeSaidChangeNothing(String errors) {
    Program.Result whole = program.run("chatwoot", "42");

    assertThat(program.shell("exec \"$@\" " + errors, "chatwoot", "42", "-v")).isEqualTo(whole);
    assertThat(program.shell("exec \"$@\" " + errors, "chatwoot", "404404"))
        .isEqualTo(new Program.Result(5, "", ""));
    assertThat(program.shell("exec \"$@\" " + errors, "--no-such-option"))
        .isEqualTo(new Program.Result(2, "", ""));
    assertThat(program.shell("exec \"$@\" >&- " + errors, "chatwoot", "42"))
        .isEqualTo(new Program.Result(12, "", ""));
  }

  @Test
  void aFileIsWrittenWhateverIsClosed() throws Exception {
    Program.Result whole = program.run("chatwoot", "42");

    assertThat(program.shell("exec \"$@\" <&- >&- 2>&-", "chatwoot", "42", "-O", "file"))
        .isEqualTo(new Program.Result(0, "", ""));

    assertThat(steady(home.resolve("file"))).isEqualTo(whole.out());
  }

  @Test
  void anInputThatIsClosedFromTheStartIsEmpty() {
    assertThat(program.shell("exec \"$@\" <&-", "chatwoot", "-", "--fail-fast"))
        .isEqualTo(new Program.Result(0, "", "convo: note: standard input held no ids\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript", "json", "jsonl"})
  void aFileThatCannotBeWrittenToItsEndIsNotBegun(String format) throws Exception {
    Files.writeString(home.resolve("file"), "before");

    // Half of what is written: a full disk, for whom no disk can be filled.
    Program.Result result =
        program.shell("ulimit -f 200; exec \"$@\"", "chatwoot", "100", "-o", format, "-O", "file");

    assertThat(result)
        .isEqualTo(
            new Program.Result(
                12, "", "convo: error: cannot write to the file of -O: File too large\n"));
    assertThat(home.resolve("file")).hasContent("before");
    assertThat(files()).containsExactly(".config", "file");
  }

  /** Each is given the end of its ids only when all are writing, or this test is gone. */
  @Test
  void processesThatWriteOneFileLeaveOneOfThemWhole() throws Exception {
    Program.Result whole = program.shell("echo 42 | \"$@\"", "chatwoot", "-", "-q");

    Program.Result all =
        program.shell(
            """
            for i in 1 2 3; do
              { echo 42
                until [ -e all ] || [ "$(ls -A | grep -c '[.]part$')" = 3 ] || ! kill -0 $$; do :; done
                : >all
              } | "$@" &
              pids="$pids $!"
            done
            for pid in $pids; do wait $pid || echo failed; done
            rm all
            """,
            "chatwoot",
            "-",
            "-q",
            "-O",
            "file");

    assertThat(all).isEqualTo(new Program.Result(0, "", ""));
    assertThat(steady(home.resolve("file"))).isEqualTo(whole.out());
    assertThat(files()).containsExactly(".config", "file");
  }

  @Test
  void aPipeOfMinusOWhoseReaderLeavesIsNoFault() throws Exception {
    Program.Result result =
        program.shell(
            "mkfifo pipe; \"$@\" & head -c 10 pipe; wait $!",
            "chatwoot",
            "100",
            "--json",
            "-O",
            "pipe");

    assertThat(result).isEqualTo(new Program.Result(0, "{\n  \"schem", ""));
    assertThat(files()).containsExactly(".config", "pipe");
  }

  /** Root may write to any folder but one that is mounted to be read. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatCannotBeWrittenIsSaidBeforeAnyRequest() {
    String mounted =
        "unshare --map-root-user --mount sh -c"
            + " 'mkdir -p folder; mount -t tmpfs -o ro none folder && exec \"$@\"' sh ";
    assumeTrue(program.shell(mounted + "true").code() == 0);
    program.variables.put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "test-token");
    program.variables.put("CONVO_CHATWOOT_BASE_URL", "http://127.0.0.1:1"); // Nobody listens there.

    assertThat(program.shell(mounted + "\"$@\"", "chatwoot", "42", "-O", "folder/file"))
        .isEqualTo(
            new Program.Result(
                12,
                "",
                """
                convo: error: cannot write folder/file: the folder HOME/folder is not writable
                  hint: name another file with -O
                """));
  }

  @Test
  void theZoneOfTheEnvironmentApplies() {
    program.variables.put("TZ", "Asia/Tokyo");

    assertThat(program.run("chatwoot", "42").out())
        .contains("\n── Mon 16 March 2026 · Asia/Tokyo ──")
        .contains("\n 1 17:02  Mina   >   Hi!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript", "json", "raw"})
  void textIsUtf8WhateverTheLocale(String format) {
    program.variables.put("LC_ALL", "C.UTF-8");
    String spoken = program.run("chatwoot", "42", "-o", format).out();
    program.variables.put("LC_ALL", "C");
    String plain = program.run("chatwoot", "42", "-o", format).out();

    assertThat(plain).contains("Tomás");
    assertThat(fetched(plain)).isEqualTo(fetched(spoken));
  }

  @Test
  void columnsCountWhenTheyAreExported() {
    Program.Result whole = program.run("chatwoot", "42");
    program.variables.put("COLUMNS", "100");

    Golden.check("cli/chatwoot.table", program.run("chatwoot", "42").out());
    assertThat(whole.out()).isEqualTo(program.run("chatwoot", "42", "--width", "0").out());
  }

  @Test
  void colourIsWhatTheEnvironmentSays() {
    Program.Result plain = program.run("chatwoot", "42");
    program.variables.put("FORCE_COLOR", "1");
    Program.Result coloured = program.run("chatwoot", "42");
    program.variables.put("NO_COLOR", "1");

    assertThat(plain.out()).doesNotContain("\u001b");
    assertThat(coloured.out()).contains("\u001b[");
    assertThat(coloured.out().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.out());
    assertThat(program.run("chatwoot", "42")).isEqualTo(plain);
  }

  @Test
  void anArgumentThatBeginsWithAtIsNoFile() throws Exception {
    Files.writeString(home.resolve("ids"), "42\n");

    assertThat(program.shell("exec \"$@\"", "chatwoot", "@ids"))
        .isEqualTo(
            new Program.Result(
                2,
                "",
                """
                convo: error: '@ids' is not a valid conversation id for Chatwoot
                  hint: to read ids from a file: convo chatwoot - < ids
                """));
  }

  @Test
  void oddBytesInAnIdAreShownHarmless() {
    program.variables.put("LC_ALL", "C.UTF-8");

    assertThat(program.run("chatwoot", "4\u001b[2J\u202e2")).isEqualTo(refused("4^[[2J<U+202E>2"));
    assertThat(program.run("chatwoot", "")).isEqualTo(refused(""));
    assertThat(program.run("chatwoot", "../../42")).isEqualTo(refused("../../42"));
    assertThat(program.shell("exec \"$@\" \"$(printf '\\377')\"", "chatwoot").code()).isEqualTo(2);
  }

  private static Program.Result refused(String id) {
    return new Program.Result(
        2,
        "",
        "convo: error: '"
            + id
            + "' is not a valid conversation id for Chatwoot\n"
            + "  hint: an id looks like 42: a whole number; a link to the conversation works"
            + " too\n");
  }

  @Test
  void idsAreReadFromStandardInput() {
    Program.Result result =
        program.shell(
            "printf '\\357\\273\\27742\\r\\n\\n# 43\\n1\\n' | \"$@\" | cut -c 1-50",
            "chatwoot",
            "-",
            "-o",
            "jsonl",
            "--no-messages");

    assertThat(result)
        .isEqualTo(
            new Program.Result(
                0,
                """
                {"schema":"convo/1","provider":"chatwoot","id":"42
                {"schema":"convo/1","provider":"chatwoot","id":"1"
                """,
                "convo: 2 of 2 shown\n"));
  }

  @Test
  void itCompletesAndPrintsWhatShellsNeed() throws Exception {
    assertThat(program.run("__complete", "--json", "chat").out())
        .isEqualTo("chatwoot\tShows a Chatwoot conversation, from its cloud or your own server.\n");
    assertThat(program.run("completion", "fish"))
        .isEqualTo(new Program.Result(0, Files.readString(Path.of("completions/convo.fish")), ""));
  }

  @Test
  void theHomeFolderIsTheOneOfTheEnvironment() {
    program.variables.put("CONVO_CONFIG", "");

    assertThat(program.run("profile", "path"))
        .isEqualTo(new Program.Result(0, "HOME/.config/convo/profiles.toml\n", ""));
  }

  @Test
  void aHomeFolderThatTheLocaleCannotSpellIsNoFault() {
    Program.Result usual = program.run("chatwoot", "42", "-p", "demo", "--width", "100");
    program.variables.put("CONVO_CONFIG", "");
    program.variables.put("HOME", home.resolve("\u00e4").toString());
    program.variables.put("LC_ALL", "C");

    assertThat(usual.code()).isZero();
    assertThat(program.run("chatwoot", "42", "-p", "demo", "--width", "100")).isEqualTo(usual);
  }

  /** A binary reads its arguments as UTF-8; a JVM asks the locale, in its own way. */
  @Test
  @Tag("jar")
  void aFileThatTheLocaleCannotSpellIsRefused() throws IOException {
    program.variables.put("LC_ALL", "C");

    Program.Result result =
        program.shell("exec \"$@\" -O \"$(printf '\\303\\251.txt')\"", "chatwoot", "42");

    assertThat(result)
        .isEqualTo(
            new Program.Result(
                2,
                "",
                """
                convo: error: --output-file: this locale cannot represent the file name\
                 '\uFFFD\uFFFD.txt'; try LC_ALL=C.UTF-8
                  hint: see 'convo chatwoot --help'
                """));
    assertThat(files()).containsExactly(".config");
  }

  @Test
  void aSecretComesFromACommand() {
    program.profiles(
        """
        [default.chatwoot]
        base_url = "%s"
        account_id = 1
        api_access_token = { command = ["sh", "-c", "echo demo-chatwoot-token; echo no"] }
        """
            .formatted(program.sandbox().base("chatwoot")));

    Program.Result shown = program.run("chatwoot", "42", "--width", "100");

    assertThat(shown.err()).isEmpty();
    Golden.check("cli/chatwoot.table", shown.out());
  }

  private static String fetched(String json) {
    return json.replaceAll("\"fetched_at\": \"[^\"]*\"", "");
  }

  private static String steady(Path file) throws IOException {
    return Files.readString(file).replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
