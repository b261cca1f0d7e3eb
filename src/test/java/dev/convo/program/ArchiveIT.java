package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.convo.archive.Check;
import dev.convo.model.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code --save} does on real disks, with real users and real signals: what has a
 * conversation's name is whole, whatever ends the run.
 */
@EnabledOnOs(OS.LINUX)
class ArchiveIT {
  /** Root without root's powers over files that it may not write. */
  private static final String POWERLESS = "unshare --user --map-user=54321 --map-group=54321 ";

  /** A disk of 96 KiB at {@code disk}. */
  private static final String SMALL_DISK =
      """
      mkdir -p disk; unshare --map-root-user --mount sh -c '
        mount -t tmpfs -o size=96k none disk && { %s; }' sh "$@"
      """;

  private static final byte[] FILE = new byte[1 << 20];
  private static final String SAVED_FILE = "chatwoot-42/attachments/5-1-aurora-shade.jpg";

  private final Path home;
  private final Program program;

  ArchiveIT(@TempDir Path home) {
    this.home = home;
    program = new Program(home);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void whatIsSavedIsShownWithoutANetwork() throws IOException {
    assumeTrue(program.shell("unshare --map-root-user --net true").code() == 0);
    Program.Result live = program.run("chatwoot", "42", "-q", "--json", "--save", "archive");
    String alone = "exec unshare --map-root-user --net \"$@\"";

    Program.Result shown = program.shell(alone, "show", "archive/chatwoot-42", "--json");
    Program.Result checked = program.shell(alone, "show", "--check", "archive");

    assertThat(shown).isEqualTo(new Program.Result(0, live.out(), ""));
    assertThat(checked).isEqualTo(new Program.Result(0, "whole       archive/chatwoot-42\n", ""));
    assertThat(program.shell(alone, "chatwoot", "42", "--retries", "0").code())
        .as("there is no network indeed")
        .isEqualTo(11);
  }

  @Test
  void aFolderWithoutPermissionIsSaidBeforeAnyRequest() {
    assumeTrue(program.shell(POWERLESS + "true").code() == 0);

    assertThat(
            program.shell(
                "mkdir closed; chmod 500 closed; exec " + POWERLESS + "\"$@\"",
                "chatwoot",
                "42",
                "-v",
                "--save",
                "closed"))
        .isEqualTo(cannotSave("closed", "the folder is not writable"));
    assertThat(
            program.shell(
                "exec " + POWERLESS + "\"$@\"", "chatwoot", "42", "-v", "--save", "closed/below"))
        .isEqualTo(cannotSave("closed/below", "permission denied"));
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assumeTrue(program.shell(POWERLESS + "true").code() == 0);
    program.run("chatwoot", "42", "7", "-q", "--save", "archive");

    Program.Result shown =
        program.shell(
            "chmod 0 archive/chatwoot-42/answer-1.json; chmod 0 archive/chatwoot-7; exec "
                + POWERLESS
                + "\"$@\"",
            "show",
            "--check",
            "archive");

    assertThat(shown)
        .isEqualTo(
            new Program.Result(
                9,
                """
                changed     archive/chatwoot-42
                            answer-1.json cannot be read
                unreadable  archive/chatwoot-7
                            it holds no manifest.json
                """,
                "convo: 0 of 2 whole, 1 changed, 1 unreadable\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ln -s \"$HOME/victim\" archive", "mkdir archive; chmod 755 archive"})
  void aFolderOfAnotherUserInASharedOneIsNotWritten(String planting) throws IOException {
    Path victim = Files.createDirectory(home.resolve("victim"));
    Program.Result made =
        program.shell(
            "mkdir shared; chmod 1777 shared; cd shared; " + planting + "; chown -h 54321 archive");
    assumeTrue(made.code() == 0, "root alone can give files away");

    Program.Result result = program.run("chatwoot", "42", "--save", "shared/archive");

    assertThat(result)
        .isEqualTo(
            cannotSave(
                "shared/archive",
                "HOME/shared/archive belongs to another user (54321), in a folder that others can"
                    + " write to"));
    assertThat(victim).isEmptyDirectory();
  }

  @Test
  void whatAnotherUserHasLeftIsNotRemoved() throws IOException {
    Program.Result made =
        program.shell(
            """
            mkdir archive; chmod 1777 archive; mkdir archive/.convo-1.part
            touch archive/.convo-1.part/lock; chown -R 54321 archive/.convo-1.part
            """);
    assumeTrue(made.code() == 0, "root alone can give files away");

    assertThat(program.run("chatwoot", "42", "-q", "--save", "archive").code()).isZero();

    assertThat(names(home.resolve("archive"))).containsExactly(".convo-1.part", "chatwoot-42");
  }

  /** The disk is full somewhere among the answers, documents and manifests of many. */
  @Test
  void aFullDiskIsSaidAndLeavesOnlyWhatIsWhole() {
    assumeTrue(program.shell(SMALL_DISK.formatted("true")).code() == 0);

    Program.Result result =
        program.shell(
            SMALL_DISK.formatted(
                """
                for one in 42 7 8 9 10; do echo $one; done |
                  "$@" chatwoot - -q -o overview --concurrency 1 --save disk/archive >/dev/null
                echo $?; ls -A disk/archive | grep -c part; "$@" show --check disk/archive -q"""));

    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: cannot save to disk/archive: No space left on device
              hint: name another folder with --save
            """);
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("12\n0\nwhole       disk/archive/chatwoot-");
    assertThat(result.out().lines().skip(2)).allMatch(line -> line.startsWith("whole  "));
  }

  @Test
  void aDiskThatIsFullInTheMiddleOfAFileKeepsNothingOfItsConversation() throws IOException {
    assumeTrue(program.shell(SMALL_DISK.formatted("true")).code() == 0);
    HttpServer server = platform(exchange -> Front.send(exchange, 200, FILE));

    Program.Result result =
        program.shell(
            SMALL_DISK.formatted(
                """
                save() { "$@" --save disk/archive --attachments >/dev/null; echo $?; }
                save "$@" chatwoot 42 -q -o overview; ls -A disk
                mount -o remount,size=4m disk
                save "$@" chatwoot 42 -q -o overview --resume; "$@" show --check disk/archive
                wc -c < disk/archive/%s"""
                    .formatted(SAVED_FILE)));
    server.stop(0);

    assertThat(result)
        .isEqualTo(
            new Program.Result(
                0,
                "12\n0\nwhole       disk/archive/chatwoot-42\n" + FILE.length + "\n",
                """
                convo: error: cannot save to disk/archive: No space left on device
                  hint: name another folder with --save
                """));
  }

  @Test
  void ctrlCInTheMiddleOfAFileKeepsNothingOfItsConversation() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Path archive = home.resolve("archive");
    String[] save = {
      "chatwoot", "42", "-q", "-o", "overview", "--save", "archive", "--attachments"
    };
    HttpServer half =
        platform(
            exchange -> {
              exchange.sendResponseHeaders(200, FILE.length);
              exchange.getResponseBody().write(FILE, 0, FILE.length / 2);
              exchange.getResponseBody().flush();
              await(ended);
            });
    Running running = program.start(save);
    await(() -> largest(archive) >= FILE.length / 2);

    Program.Result stopped = running.signal("INT").end();

    assertThat(stopped).isEqualTo(new Program.Result(130, "", ""));
    assertThat(archive).doesNotExist();
    ended.countDown();
    half.stop(0);

    HttpServer whole = platform(exchange -> Front.send(exchange, 200, FILE));
    List<String> again = new ArrayList<>(List.of(save));
    again.add("--resume");
    assertThat(program.run(again.toArray(String[]::new)).err()).isEmpty();
    whole.stop(0);
    assertThat(archive.resolve(SAVED_FILE)).hasBinaryContent(FILE);
    assertThat(verdicts(archive)).allMatch(one -> one.state() == Verdict.State.WHOLE).hasSize(1);
  }

  /** A platform that has the file of conversation 42 itself. */
  private HttpServer platform(HttpHandler file) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    Front.serve(server, program.sandbox(), file);
    server.start();
    program.profiles(
        """
        [default.chatwoot]
        base_url = "http://127.0.0.1:%d/own/chatwoot"
        account_id = 1
        api_access_token = "demo-chatwoot-token"
        """
            .formatted(server.getAddress().getPort()));
    return server;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier reached) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!reached.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** The size of the largest file, whole or not. */
  private static long largest(Path archive) {
    return files(archive).stream().mapToLong(file -> file.toFile().length()).max().orElse(0);
  }

  /** Killed when it has made a few files more than the time before: in the midst of everything. */
  @Test
  void whereverItIsKilledNothingHalfIsTakenForWhole() throws IOException {
    Path archive = home.resolve("archive");
    int halves = 0;
    for (int point = 1; point <= 12; point++) {
      int there = files(archive).size();
      Running running = program.start("chatwoot", "-", "-q", "-o", "overview", "--save", "archive");
      running.type("42\n7\n8\n9\n10\n12\n".repeat(100));
      int enough = there + 7 * point;
      await(() -> files(archive).size() >= enough);
      assertThat(running.kill().end().code()).isEqualTo(137);

      for (Verdict verdict : verdicts(archive)) {
        assertThat(verdict.state()).as(verdict.toString()).isEqualTo(Verdict.State.WHOLE);
        assertThat(verdict.others()).isEmpty();
      }
      halves += halves(archive);
    }
    assertThat(halves).as("conversations that were killed in the midst").isGreaterThan(10);

    assertThat(program.run("chatwoot", "1", "-q", "--save", "archive").code()).isZero();
    assertThat(names(archive)).contains("chatwoot-1").noneMatch(name -> name.endsWith(".part"));
  }

  /**
   * The old version is set aside by the last renaming but one, and the new one placed by the last.
   */
  @Test
  void killedBetweenTheLastRenamingsItIsStillShown() throws IOException {
    String traced = "exec strace -f -qq -o renamings -e trace=/^rename %s \"$@\"";
    assumeTrue(program.shell(traced.formatted("true;")).code() == 0, "strace is not there");
    String[] save = {"chatwoot", "42", "-q", "-o", "overview", "--save", "archive"};
    program.run(save);
    program.shell(traced.formatted(""), save);
    List<String> begun =
        Files.readAllLines(home.resolve("renamings")).stream()
            .filter(line -> line.matches("[0-9]+ +rename.*"))
            .toList();
    String placing =
        begun.stream()
            .filter(line -> line.matches(".*[.]part/.*/chatwoot-42\".*"))
            .findFirst()
            .orElseThrow();
    // strace counts those of each thread alone.
    String thread = placing.replaceFirst(" .*", " ");
    long renamings =
        begun.subList(0, begun.indexOf(placing) + 1).stream()
            .filter(line -> line.startsWith(thread))
            .count();

    Program.Result killed =
        program.shell(traced.formatted("-e inject=/^rename:signal=KILL:when=" + renamings), save);
    Program.Result shown = program.run("show", "archive", "-q", "-o", "messages");

    assertThat(killed.code()).isEqualTo(137);
    assertThat(names(home.resolve("archive")))
        .contains("chatwoot-42.2")
        .doesNotContain("chatwoot-42");
    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out().lines()).hasSize(16);
  }

  /** How many conversations the last run had begun and not ended. */
  private static int halves(Path archive) throws IOException {
    try (Stream<Path> all = Files.walk(archive, 2)) {
      return (int)
          all.filter(path -> path.getParent().getFileName().toString().endsWith(".part"))
              .filter(Files::isDirectory)
              .count();
    }
  }

  /** The files that are there, whole or not; some may be renamed meanwhile. */
  private static List<Path> files(Path archive) {
    if (!Files.exists(archive)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(archive)) {
      return all.toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  @Test
  void runsIntoOneFolderAtOnceKeepAllThatTheySave() throws IOException {
    Program.Result result =
        program.shell(
            """
            for run in 1 2 3 4; do
              for id in 42 7 8 42; do echo $id; done |
                "$@" chatwoot - -q -o overview --save archive >/dev/null || echo failed &
            done; wait
            """);

    assertThat(result).isEqualTo(new Program.Result(0, "", ""));
    List<String> names = names(home.resolve("archive"));
    assertThat(names).hasSize(16).contains("chatwoot-42", "chatwoot-42.7", "chatwoot-7.3");
    assertThat(verdicts(home.resolve("archive")))
        .allMatch(verdict -> verdict.state() == Verdict.State.WHOLE);
  }

  private static List<Verdict> verdicts(Path archive) throws IOException {
    return Files.exists(archive)
        ? Check.folders(archive).stream().map(Check::of).toList()
        : List.of();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private static Program.Result cannotSave(String folder, String why) {
    return new Program.Result(
        12,
        "",
        "convo: error: cannot save to "
            + folder
            + ": "
            + why
            + "\n  hint: name another folder with --save\n");
  }
}
