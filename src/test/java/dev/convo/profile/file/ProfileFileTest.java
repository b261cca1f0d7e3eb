package dev.convo.profile.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.profile.Profiles;
import dev.convo.profile.TestMachine;
import dev.convo.profile.TestProviders;
import dev.convo.profile.value.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFileTest {
  private static final String LITERAL =
      "[default.chatwoot]\naccount_id = 3\napi_access_token = \"x\"\n";

  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  private static Path found(Map<String, String> variables, boolean windows) {
    return ProfileFile.find(new Environment(variables, Path.of("/home/a"), "a", windows, false))
        .path();
  }

  private String opened() {
    return machine.told(machine::profiles);
  }

  @Test
  void theEnvironmentSaysWhereTheFileIs() {
    assertThat(found(Map.of(), false)).hasToString("/home/a/.config/convo/profiles.toml");
    assertThat(found(Map.of("XDG_CONFIG_HOME", "/x"), false)).hasToString("/x/convo/profiles.toml");
    assertThat(found(Map.of("XDG_CONFIG_HOME", "relative"), false))
        .hasToString("/home/a/.config/convo/profiles.toml");
    assertThat(found(Map.of("APPDATA", "/roaming"), true))
        .hasToString("/roaming/convo/profiles.toml");
    assertThat(found(Map.of("CONVO_CONFIG", "/x/y.toml", "XDG_CONFIG_HOME", "/x"), false))
        .hasToString("/x/y.toml");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    machine.write("\uFEFF[work.crm]\n");

    assertThat(machine.profiles().names()).containsExactly("work", "demo");
  }

  @Test
  void aFileThatIsNamedMustBeThere() {
    machine.set("CONVO_CONFIG", machine.home.resolve("gone.toml").toString());

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            no profile file at ~/gone.toml, where CONVO_CONFIG points
            correct or unset CONVO_CONFIG, or write the file: convo profile init
            """);
  }

  @Test
  void aLinkToNothingIsToldFromNoFile() throws IOException {
    Files.createDirectories(machine.file.getParent());
    Files.createSymbolicLink(machine.file, Path.of("gone.toml"));

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml is a link to a file that does not exist
            fix the link or remove it
            """);
  }

  @Test
  void aFolderIsNotRead() throws IOException {
    Files.createDirectories(machine.file);

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml is a folder, not a profile file
            give the path of the file in it
            """);
  }

  @Test
  void aDeviceIsNotRead() {
    machine.set("CONVO_CONFIG", "/dev/zero");

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            /dev/zero is a pipe or a device, not a regular file
            name a regular file
            """);
  }

  /** Opening one would wait for somebody to write into it. */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aNamedPipeIsNotRead() throws Exception {
    Path pipe = machine.home.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    machine.set("CONVO_CONFIG", pipe.toString());

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/pipe is a pipe or a device, not a regular file
            name a regular file
            """);
  }

  @Test
  void moreThan64KiBAreNotRead() throws IOException {
    machine.write("#".repeat(64 * 1024));
    assertThat(machine.profiles().names()).containsExactly("demo");

    for (int bytes : new int[] {64 * 1024 + 1, 10_000_000}) {
      machine.write("#".repeat(bytes));
      assertThat(opened())
          .isEqualTo(
              """
              CONFIG
              ~/.config/convo/profiles.toml is larger than 64 KiB, too large for a profile file
              is it the right file?
              """);
    }
  }

  /** Such as those of /proc, which say that they are empty. */
  @Test
  void aFileThatSaysLessThanItHoldsIsReadToItsLimitOnly() {
    assumeTrue(Files.exists(Path.of("/proc/kallsyms")));
    machine.set("CONVO_CONFIG", "/proc/kallsyms");

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            /proc/kallsyms is larger than 64 KiB, too large for a profile file
            is it the right file?
            """);
  }

  @Test
  void whatIsNotUtf8IsRefused() throws IOException {
    machine.write("");
    Files.write(machine.file, "# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml is not UTF-8 text
            save it again as UTF-8
            """);
  }

  @Test
  void aLiteralSecretThatOthersCanReadIsRefused() {
    machine.write(LITERAL).mode("rw-r-----");

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:3: default.chatwoot.api_access_token is a secret, and others can read this file
            chmod 600 ~/.config/convo/profiles.toml, or write { env = "NAME" } instead of the secret
            """);
  }

  @Test
  void aPasswordOfAProxyIsALiteralSecret() {
    machine.write("[default]\nproxy = \"http://me:pw@proxy.example.com\"\n").mode("rw-r--r--");

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.proxy is a secret, and others can read this file
            chmod 600 ~/.config/convo/profiles.toml, or write { env = "NAME" } instead of the secret
            """);
  }

  @Test
  void aFileWithoutLiteralSecretsMayBeReadByAll() {
    machine.write("[default.crm]\ntoken = { env = \"TOKEN\" }\n").mode("rw-r--r--");

    assertThat(machine.profiles().names()).containsExactly("default", "demo");
  }

  /** The last is what every file of a Windows drive looks like under WSL. */
  @ParameterizedTest
  @ValueSource(strings = {"rw-rw----", "rw----rw-", "rw--w----", "rw-----w-", "rwxrwxrwx"})
  void aFileThatOthersCanWriteIsRefused(String mode) {
    machine.write("").mode(mode);

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml can be written by others, who could have your secrets sent elsewhere
            chmod 600 ~/.config/convo/profiles.toml; where that changes nothing, as on a drive of Windows, move it elsewhere
            """);
  }

  @Test
  void aFileOfAnotherUserIsRefused() throws IOException {
    machine.write("");
    boolean root = Files.getAttribute(machine.file, "unix:uid").equals(0);
    if (root) {
      Files.setAttribute(machine.file, "unix:uid", 54321);
    }
    Environment mine = machine.environment();
    String owner = Files.getOwner(machine.file).getName();

    // Only root can give files away, so nobody else can be without a name beside such a file.
    for (String user : root ? List.of("root", "?") : List.of("somebody")) {
      Environment somebody = new Environment(mine.variables(), mine.home(), user, false, false);

      assertThat(machine.told(() -> Profiles.open(somebody, TestProviders.ALL)))
          .isEqualTo(
              "CONFIG\n~/.config/convo/profiles.toml belongs to "
                  + owner
                  + ", not to you\nmake it yours: sudo chown "
                  + (root ? "root" : "somebody")
                  + " ~/.config/convo/profiles.toml\n");
    }
  }

  @ParameterizedTest
  @CsvSource({".config/convo, 775", ".config, 757", "'', 777"})
  void aFolderThatOthersCanWriteIsRefusedUpToTheRoot(String folder, String mode)
      throws IOException {
    machine.write("");
    Path open = machine.home.resolve(folder);
    Files.setAttribute(open, "unix:mode", Integer.parseInt(mode, 8));
    String name = folder.isEmpty() ? "~" : "~/" + folder;

    assertThat(opened())
        .isEqualTo(
            "CONFIG\n~/.config/convo/profiles.toml is in the folder "
                + name
                + ", which others can write to: they could replace it\nchmod go-w "
                + name
                + "\n");
  }

  @Test
  void inAStickyFolderOnesOwnFileIsTaken() throws IOException {
    machine.write("");
    Files.setAttribute(machine.file.getParent(), "unix:mode", 01777);

    assertThat(machine.profiles().names()).containsExactly("demo");
  }

  @Test
  void aLinkIsAsGoodAsItsFolderAndItsFile() throws IOException {
    machine.write("");
    Path open = Files.createDirectory(machine.home.resolve("open"));
    Files.createSymbolicLink(open.resolve("profiles.toml"), machine.file);
    Path link = Files.createSymbolicLink(machine.home.resolve("link"), Path.of("open"));
    machine.set("CONVO_CONFIG", link.resolve("profiles.toml").toString());
    assertThat(machine.profiles().names()).containsExactly("demo");

    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/link/profiles.toml is in the folder ~/open, which others can write to: they could replace it
            chmod go-w ~/open
            """);
  }

  @Test
  void whatAnotherUserOwnsOnTheWayIsRefused() throws IOException {
    machine.write("");
    assumeTrue(Files.getAttribute(machine.file, "unix:uid").equals(0), "root gives files away");
    Path sticky = Files.createDirectory(machine.home.resolve("sticky"));
    Files.setAttribute(sticky, "unix:mode", 01777);
    Path theirs = Files.createDirectory(sticky.resolve("theirs"));
    Files.copy(machine.file, theirs.resolve("profiles.toml"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createSymbolicLink(sticky.resolve("link"), machine.file);
    for (String name : List.of("theirs", "link")) {
      Files.setAttribute(sticky.resolve(name), "unix:uid", 54321, LinkOption.NOFOLLOW_LINKS);
    }

    for (String name : List.of("theirs/profiles.toml", "link")) {
      String first = name.replaceFirst("/.*", "");
      machine.set("CONVO_CONFIG", sticky.resolve(name).toString());
      assertThat(opened())
          .isEqualTo(
              ("CONFIG\n~/sticky/" + name + " is reached through ~/sticky/" + first)
                  + ", which belongs to 54321 in a folder that others can write to\n"
                  + "move it to a folder of your own\n");
    }
    Files.setAttribute(sticky, "unix:mode", 0755);
    machine.set("CONVO_CONFIG", theirs.resolve("profiles.toml").toString());
    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            ~/sticky/theirs/profiles.toml is in the folder ~/sticky/theirs, which belongs to 54321
            move it to a folder of your own
            """);
  }

  /** Root may read everything; the memory of a process it may open, and then not read. */
  @Test
  void aFileThatCannotBeReadIsNamed() {
    machine.set("CONVO_CONFIG", "/proc/self/mem");

    assertThat(opened())
        .isEqualTo(
            """
            CONFIG
            /proc/self/mem cannot be read: Input/output error
            check the permissions of the file and its folders
            """);
  }

  @Test
  void completionIsOfferedTheBuiltInProfileWhateverTheFileHolds() {
    machine.write("[[[");

    assertThat(Profiles.namesIfAny(machine.environment())).containsExactly("demo");
  }

  @Test
  void aNewFileAndItsFoldersAreForItsOwnerOnly() throws IOException {
    ProfileFile file = ProfileFile.find(machine.environment());

    file.create("# new\n");

    assertThat(machine.file).hasContent("# new\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.file)))
        .isEqualTo("rw-------");
    for (String folder : new String[] {".config", ".config/convo"}) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(machine.home.resolve(folder))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() {
    machine.write("# mine\n");
    ProfileFile file = ProfileFile.find(machine.environment());

    assertThat(machine.told(() -> file.create("# new\n")))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml already exists; nothing was changed
            edit it, or convo profile add
            """);
    assertThat(machine.file).hasContent("# mine\n");
  }
}
