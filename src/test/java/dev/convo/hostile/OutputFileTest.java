package dev.convo.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.cli.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -O} does to the files of a machine, and what it leaves alone. */
class OutputFileTest {
  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home).withSandbox();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void aPipeOfTheShellIsWrittenThrough() throws Exception {
    // What >(cat) is: a link in /proc that leads to no name.
    Process cat = new ProcessBuilder("cat").start();
    Path pipe = Path.of("/proc/" + cat.pid() + "/fd/0");
    assumeTrue(Files.exists(pipe));

    TestHost.Result result = write(pipe);
    cat.getOutputStream().close();

    assertThat(result).isEqualTo(new TestHost.Result(0, "", ""));
    assertThat(new String(cat.getInputStream().readAllBytes(), UTF_8)).isEqualTo(expected());
  }

  @Test
  void aNamedPipeIsWrittenThrough() throws Exception {
    Path pipe = home.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));

    TestHost.Result result = write(pipe);

    assertThat(result).isEqualTo(new TestHost.Result(0, "", ""));
    assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo(expected());
  }

  @Test
  void aFullDeviceIsAFaultOfOutput() throws Exception {
    Path device = fullDevice();

    TestHost.Result result = write(device);

    assertThat(result)
        .isEqualTo(
            new TestHost.Result(
                12, "", "convo: error: cannot write to the file of -O: No space left on device\n"));
  }

  @Test
  void aLinkStaysALinkAndItsFileKeepsItsMode() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(home.resolve("link"), Path.of("file"));

    TestHost.Result result = write(link);

    assertThat(result.code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent(expected());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly(".config", "file", "link");
  }

  @Test
  void aNameAsLongAsNamesMayBeIsWritten() throws IOException {
    Path file = home.resolve("x".repeat(255));

    assertThat(write(file)).isEqualTo(new TestHost.Result(0, "", ""));
    assertThat(file).hasContent(expected());
  }

  @Test
  void aNameThatIsTooLongIsToldInTheSystemsWords() {
    TestHost.Result result = write(home.resolve("x".repeat(256)));

    assertThat(result.code()).isEqualTo(12);
    assertThat(result.err()).contains(": File name too long\n");
  }

  @Test
  void nothingIsLeftBehindWhereNothingWasShown() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "before");

    assertThat(host.run("chatwoot", "404404", "-O", file.toString()).code()).isEqualTo(5);
    assertThat(file).hasContent("before");
    assertThat(names()).containsExactly(".config", "file");
  }

  @Test
  void twoRunsThatWriteOneFileLeaveOneOfThemWhole() throws Exception {
    Path file = home.resolve("file");
    List<CompletableFuture<TestHost.Result>> runs =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> write(file))).limit(8).toList();

    for (CompletableFuture<TestHost.Result> run : runs) {
      assertThat(run.get()).isEqualTo(new TestHost.Result(0, "", ""));
    }
    assertThat(file).hasContent(expected());
    assertThat(names()).containsExactly(".config", "file");
  }

  /** One of our own where that can be made: root's mistake here would cost the machine's. */
  private Path fullDevice() throws Exception {
    Path machines = Path.of("/dev/full");
    assumeTrue(Files.exists(machines));
    if (!Files.isWritable(machines.getParent())) {
      return machines;
    }
    Path own = home.resolve("full");
    assumeTrue(
        new ProcessBuilder("mknod", own.toString(), "c", "1", "7").start().waitFor() == 0
            && Files.isWritable(own));
    return own;
  }

  private TestHost.Result write(Path file) {
    return host.run("chatwoot", "42", "--no-messages", "-o", "table", "-O", file.toString());
  }

  private String expected() {
    TestHost.Result shown = host.run("chatwoot", "42", "--no-messages", "-o", "table");
    return shown.out().replace("127.0.0.1:PORT", host.base("chatwoot").getAuthority());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String read(Path pipe) {
    try {
      return Files.readString(pipe);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
