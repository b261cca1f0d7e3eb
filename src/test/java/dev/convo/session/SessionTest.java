package dev.convo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.cli.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  private static final Path OPEN = Path.of("/proc/self/fd");

  /** How long threads that were told to end may take. */
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  @TempDir Path home;

  @Test
  void twoHundredSessionsLeaveNothingOpen() throws IOException {
    assumeTrue(Files.isDirectory(OPEN));
    List<String[]> lines =
        List.of(
            words("chatwoot 42 -p demo --json"),
            words("workspace - -p demo -o jsonl"),
            words("crm c3a8e8a0-0000-4000-8000-000000000042 -p demo"),
            words("chatwoot 42 7 12 404 -p demo -o jsonl"),
            words("salescaptain 42 --base-url http://127.0.0.1:1 --retries 0"));
    try (TestHost host = new TestHost(home)) {
      host.profiles("[default.salescaptain]\ncompany_id = 'c'\ntoken = 'test-token'\n");
      host.stdin = "1\n2\n";
      lines.forEach(host::run); // Loads classes, which may keep files open.
      Map<String, Long> before = open();

      for (int session = 0; session < 200; session++) {
        host.run(lines.get(session % lines.size()));
      }

      assertThat(moreThan(before)).isEmpty();
    }
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  /** What is open beyond that, once it has ended or nobody would wait any longer. */
  private static Map<String, Long> moreThan(Map<String, Long> before) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    Map<String, Long> more;
    do {
      LockSupport.parkNanos(10_000_000);
      more = open();
      more.replaceAll((what, count) -> count - before.getOrDefault(what, 0L));
      more.values().removeIf(count -> count <= 0);
    } while (!more.isEmpty() && System.nanoTime() < end);
    return more;
  }

  /** Threads, sockets and other files. */
  private static Map<String, Long> open() throws IOException {
    Map<String, Long> open = new TreeMap<>();
    open.put("threads", (long) Thread.getAllStackTraces().size());
    open.put("sockets", 0L);
    open.put("files", 0L);
    try (Stream<Path> descriptors = Files.list(OPEN)) {
      descriptors.forEach(
          descriptor -> {
            try {
              boolean socket = Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
              open.merge(socket ? "sockets" : "files", 1L, Long::sum);
            } catch (IOException e) {
              // It is the one that lists them, and gone.
            }
          });
    }
    return open;
  }
}
