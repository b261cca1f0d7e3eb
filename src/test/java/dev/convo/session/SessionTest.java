package dev.convo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.cli.TestHost;
import dev.convo.failure.Failure;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import dev.convo.http.apache.ApacheTransport;
import dev.convo.model.Note;
import dev.convo.render.Format;
import dev.convo.render.Wanted;
import dev.convo.show.OutputFormat;
import dev.convo.show.Presentation;
import dev.convo.show.Report;
import dev.convo.show.StatusLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  private static final Presentation JSON =
      new Presentation(
          new OutputFormat(Format.JSON), null, null, null, null, false, Wanted.NOTHING);

  static final Report SILENT =
      new Report() {
        @Override
        public int verbosity() {
          return 0;
        }

        @Override
        public boolean showsProgress() {
          return false;
        }

        @Override
        public StatusLine statusLine() {
          return new StatusLine(OutputStream.nullOutputStream(), () -> Instant.EPOCH, () -> 0);
        }

        @Override
        public void failure(Failure failure) {}

        @Override
        public void note(Note note) {}

        @Override
        public void detail(String line) {}

        @Override
        public void summary(String line) {}

        @Override
        public void interrupted(Failure failure, int exitCode) {}
      };

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

  @Test
  void aSecondLineUsesTheConnectionsOfTheFirst() {
    List<String> events = new ArrayList<>();
    try (TestHost host = new TestHost(home).withSandbox()) {
      host.transport =
          settings -> {
            events.add("open");
            return watched(new ApacheTransport(settings), () -> events.add("close"));
          };
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (Session session = new Session(host.machine(out, out), host.platforms())) {
        assertThat(session.run(what(session, "chatwoot", "42"), List.of(), JSON, SILENT).shown())
            .isOne();
        assertThat(session.run(what(session, "chatwoot", "7"), List.of(), JSON, SILENT).shown())
            .isOne();
      }
    }

    assertThat(events).containsExactly("open", "close");
  }

  @Test
  void oneThatCannotBeClosedKeepsNothingElseOpen() {
    List<String> events = new ArrayList<>();
    try (TestHost host = new TestHost(home).withSandbox()) {
      host.transport =
          settings -> {
            String path = settings.base().getPath();
            events.add("open " + path);
            return watched(
                new ApacheTransport(settings),
                () -> {
                  events.add("close " + path);
                  throw new IllegalStateException();
                });
          };
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Session session = new Session(host.machine(out, out), host.platforms());
      for (String name : List.of("chatwoot", "asapp")) {
        session.run(what(session, name, "42"), List.of(), JSON, SILENT);
      }

      assertThatThrownBy(session::close).isInstanceOf(IllegalStateException.class);
    }

    assertThat(events)
        .containsExactly("open /chatwoot", "open /asapp", "close /asapp", "close /chatwoot");
  }

  private static Transport watched(Transport transport, Runnable closed) {
    return new Transport() {
      @Override
      public Reply send(Request request, List<Signature> credentials) {
        return transport.send(request, credentials);
      }

      @Override
      public void close() {
        transport.close();
        closed.run();
      }
    };
  }

  private static What what(Session session, String name, String id) {
    What.Limits limits = new What.Limits(null, 3, null, 1 << 20, 1 << 20, Duration.ofMinutes(10));
    return new What.Fetch(
        platform(session, name),
        List.of(id),
        new What.Login(null, Map.of(), null, false),
        new What.Network(null, null, limits),
        new What.Manner(true, false, false),
        null);
  }

  static Platform platform(Session session, String name) {
    return session.platforms().stream()
        .filter(one -> one.provider().descriptor().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  /** What is open beyond that, after waiting a reasonable time for its end. */
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
              // The one that listed the others; it is closed by now.
            }
          });
    }
    return open;
  }
}
