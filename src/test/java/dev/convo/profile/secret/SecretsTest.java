package dev.convo.profile.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.profile.Choice;
import dev.convo.profile.Profiles;
import dev.convo.profile.TestMachine;
import dev.convo.profile.TestProviders;
import dev.convo.profile.file.Starter;
import dev.convo.profile.value.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  /** The secret of a file that gives it like this. */
  private Secret secret(String form) {
    machine.write("[default.crm]\ntoken = " + form + "\n");
    return machine.profiles().account(TestProviders.CRM, Choice.NONE).secrets().get(0);
  }

  private static String shell(String script) {
    return "{ command = [\"sh\", \"-c\", " + Starter.quote(script) + "] }";
  }

  @Test
  void itIsTextOrAVariableOrAFileOrTheFirstLineOfACommand() throws IOException {
    machine.set("TOKEN", "of-a-variable");
    machine.secret("token", "of-a-file\r\n");

    assertThat(secret("\"of the text\"").value()).isEqualTo("of the text");
    assertThat(secret("{ env = \"TOKEN\" }").value()).isEqualTo("of-a-variable");
    assertThat(secret("{ file = \"~/token\" }").value()).isEqualTo("of-a-file");
    assertThat(secret("{ file = \"../../token\" }").value()).isEqualTo("of-a-file");
    assertThat(secret(shell("printf 'line one\\r\\nline two\\n'")).value()).isEqualTo("line one");
    assertThat(secret("{ command = [\"echo\", \"$HOME;x\"] }").value()).isEqualTo("$HOME;x");
  }

  @Test
  void aCommandGetsTheEnvironmentAndNoInput() {
    machine.set("WHO", "it is me");

    assertThat(secret(shell("cat; echo \"$WHO\"")).value()).isEqualTo("it is me");
  }

  @Test
  void aCommandIsRunOnceForTheWholeProcess() {
    String count =
        shell(
            "echo x >> '"
                + machine.home
                + "/runs'; echo runs: $(wc -l < '"
                + machine.home
                + "/runs')");
    machine.write(
        "[default.asapp]\nenvironment = \"sandbox\"\napi_id = "
            + count
            + "\napi_secret = "
            + count);
    Profiles profiles = machine.profiles();

    for (int i = 0; i < 2; i++) {
      for (Secret secret : profiles.account(TestProviders.ASAPP, Choice.NONE).secrets()) {
        assertThat(secret.value()).isEqualTo("runs: 1");
        assertThat(secret.value()).isEqualTo("runs: 1");
      }
    }
  }

  @Test
  void aCommandThatFailsIsNotRunAgain() {
    String script = "echo x >> '" + machine.home + "/runs'; exit 3";
    Secret secret = secret(shell(script));

    String first = machine.told(secret::value);
    String second = machine.told(secret::value);

    assertThat(second).isEqualTo(first);
    assertThat(machine.home.resolve("runs")).hasContent("x");
  }

  @Test
  void whatItSaysWhenItFailsIsShownOnOneLineWithoutColours() {
    assertThat(
            machine.told(
                secret(
                        shell(
                            "printf 'gpg: \\033[31mno\\n\\302\\233  key\\n' >&2; echo out; exit 2"))
                    ::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the command sh failed with exit code 2: gpg: no \u009b key
            run it by hand to see why
            """);
  }

  /** As {@code set -x} does, or a tool that says what it was about to hand over. */
  @Test
  void theSecretIsMaskedInWhatItSays() {
    String script = "echo s3cret-of-mine; echo 'no s3cret-of-mine: s3cret%2Dof-mine' >&2; exit 2";

    assertThat(machine.told(secret(shell(script))::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the command sh failed with exit code 2: no ***: ***
            run it by hand to see why
            """);
  }

  @Test
  @SuppressWarnings("OrphanedFormatString") // It is the program's.
  void itsArgumentsArriveAsTheyAreWritten() {
    List<String> arguments =
        List.of(
            ";id", "$(id)", "`id`", "$HOME", "*", "a  b", "", "'", "\"", "\\", "~", "|cat", "&",
            ">x", "{a,b}", "!!", "-n", "#");
    StringBuilder form = new StringBuilder("{ command = [\"printf\", \"<%s>\"");
    arguments.forEach(argument -> form.append(", ").append(Starter.quote(argument)));

    assertThat(secret(form + "] }").value()).isEqualTo("<" + String.join("><", arguments) + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf 'a\\tb\\n'",
        "printf 'a\\rX-Header: b\\n'",
        "printf 'a\\033[2Jb\\n'",
        "printf 'a\\000b\\n'",
        "printf 'a\\177b\\n'",
        "printf 'caf\\303\\251\\n'",
        "printf '\\357\\273\\277token\\n'"
      })
  void whatNoHeaderCanCarryIsRefused(String script) {
    assertThat(machine.told(secret(shell(script))::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token contains a character that cannot be part of a secret
            only printable ASCII is allowed; look for a line break or a curly quote
            """);
  }

  @Test
  void moreThan64KiBAreNoSecret() throws IOException {
    assertThat(machine.told(secret(shell("head -c 70000 /dev/zero | tr '\\000' x"))::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the command sh printed more than 64 KiB on its first line
            run it by hand to see why
            """);
    machine.secret("large", "x".repeat(70_000));
    assertThat(machine.told(secret("{ file = \"~/large\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: ~/large is larger than 64 KiB, too large for a secret
            is it the right file?
            """);
  }

  /** Its output is read all the while, and forgotten. */
  @ParameterizedTest
  @ValueSource(strings = {"yes", "yes >&2", "tr '\\000' x </dev/zero"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aCommandThatDoesNotEndIsEnded(String script) {
    Command command =
        new Command(
            List.of("sh", "-c", script),
            Source.line(machine.write("").file, 2),
            "default.crm.token");

    assertThat(machine.told(() -> command.firstLine(machine.environment(), Duration.ofSeconds(1))))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the command sh was still running after 1 s
            it has no terminal to ask on; run it by hand to see why
            """);
  }

  @Test
  void aCommandThatPrintsNothingIsAFault() {
    assertThat(machine.told(secret(shell("echo; echo second"))::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the command sh printed nothing on its first line
            run it by hand to see why
            """);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThat(machine.told(secret("{ command = [\"/opt/no-such-program\"] }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the command no-such-program cannot be run
            is it installed, and on the PATH?
            """);
  }

  @Test
  void aCommandThatTakesTooLongIsEndedWithAllItStarted() throws Exception {
    Path file = machine.write("").file;
    Path pid = machine.home.resolve("pid");
    String script = "sleep 600 & echo $! > '" + pid + "'; sleep 600";
    Command command =
        new Command(List.of("sh", "-c", script), Source.line(file, 2), "default.crm.token");

    assertThat(machine.told(() -> command.firstLine(machine.environment(), Duration.ofMillis(200))))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the command sh was still running after 0 s
            it has no terminal to ask on; run it by hand to see why
            """);
    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    if (child.isPresent()) {
      child.get().onExit().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void aProgramThatLeavesAnotherBehindIsNotWaitedFor() {
    assertThat(secret(shell("sleep 5 & echo of-a-command")).value()).isEqualTo("of-a-command");
  }

  @Test
  void aVariableThatIsNotSetIsNamed() {
    assertThat(machine.told(secret("{ env = \"TOKEN\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token should come from the variable TOKEN, which is not set
            export TOKEN=...
            """);
  }

  @Test
  void aFileThatIsNotThereOrNoFileIsNamed() {
    assertThat(machine.told(secret("{ file = \"~/gone\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: the file ~/gone cannot be read: no such file
            write the secret to that file, or correct the path
            """);
    assertThat(machine.told(secret("{ file = \"/dev/zero\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: /dev/zero is not a regular file
            name a file
            """);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aNamedPipeIsNotWaitedFor() throws Exception {
    Path pipe = machine.home.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);

    assertThat(machine.told(secret("{ file = \"~/pipe\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: ~/pipe is not a regular file
            name a file
            """);
  }

  @Test
  void whatIsNoPathIsAFaultAndNoBug() {
    assertThat(machine.told(secret("{ file = \"a\\u0000b\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: the path contains a character that is not allowed in paths
            write the path of a file
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ }|default.crm.token names no source",
        "{ env = \"A\", file = \"B\" }|default.crm.token names two sources: env and file",
        "{ enf = \"A\" }|default.crm.token has the unknown key enf",
        "{ env = 3 }|default.crm.token: env must be text, not empty",
        "{ command = \"pass show x\" }|default.crm.token: command must be a list of texts,"
            + " beginning with the program",
        "{ command = [] }|default.crm.token: command must be a list of texts, beginning with the"
            + " program",
        "[\"x\"]|default.crm.token is a secret and must be text or a table, not a list",
      })
  void anotherFormIsRefused(String form, String why) {
    assertThat(machine.told(() -> secret(form)).lines().toList().get(1))
        .isEqualTo("~/.config/convo/profiles.toml:2: " + why);
  }

  @Test
  void onlyPrintableAsciiIsASecretAndTheFaultDoesNotShowIt() {
    assertThat(machine.told(secret("\"s3cret\\nx\"")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token contains a character that cannot be part of a secret
            only printable ASCII is allowed; look for a line break or a curly quote
            """);
    assertThat(machine.told(secret("\" \"")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token is empty
            put the secret there
            """);
    machine.set("CONVO_CRM_TOKEN", "s\u00e9cret");
    assertThat(machine.told(secret("\"x\"")::value))
        .isEqualTo(
            """
            CONFIG
            CONVO_CRM_TOKEN: token contains a character that cannot be part of a secret
            only printable ASCII is allowed; look for a line break or a curly quote
            """);
  }

  /** So short a word could stand anywhere, and could not be masked where a platform echoes it. */
  @Test
  void whatIsShorterThanSixCharactersIsNoSecret() {
    assertThat(machine.told(secret("\"abcde\"")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token is shorter than 6 characters, too short for a secret
            copy the whole secret from the platform
            """);
    assertThat(secret("\"abcdef\"").value()).isEqualTo("abcdef");
  }

  @ParameterizedTest
  @CsvSource({"rw-r--r--, read", "rw-r-----, read", "rw-rw-rw-, written"})
  void aFileOfOthersToReadOrWriteIsRefused(String mode, String done) throws IOException {
    Path file = machine.secret("token", "of-a-file");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    boolean written = done.equals("written");

    assertThat(machine.told(secret("{ file = \"~/token\" }")::value))
        .isEqualTo(
            "CONFIG\n~/.config/convo/profiles.toml:2: default.crm.token: ~/token can be "
                + done
                + " by others"
                + (written ? ", who could have your secrets sent elsewhere" : "")
                + "\nchmod 600 ~/token"
                + (written
                    ? "; where that changes nothing, as on a drive of Windows, move it elsewhere"
                    : "")
                + "\n");
  }

  @Test
  void aFileInAFolderThatOthersCanWriteIsRefused() throws IOException {
    Path folder = Files.createDirectory(machine.home.resolve("open"));
    machine.secret("open/token", "of-a-file");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(machine.told(secret("{ file = \"~/open/token\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: ~/open/token is in the folder ~/open, which others can write to: they could replace it
            chmod go-w ~/open
            """);
  }

  @Test
  void aFileOfAnotherUserIsRefused() throws IOException {
    Path file = machine.secret("token", "of-a-file");
    assumeTrue(Files.getAttribute(file, "unix:uid").equals(0), "root alone can give files away");
    Files.setAttribute(file, "unix:uid", 54321);

    assertThat(machine.told(secret("{ file = \"~/token\" }")::value))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.crm.token: ~/token belongs to 54321, not to you
            make it yours: sudo chown root ~/token
            """);
  }
}
