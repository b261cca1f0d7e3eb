package dev.convo.cli;

import dev.convo.Providers;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.hostile.Leaks;
import dev.convo.http.Network;
import dev.convo.http.Time;
import dev.convo.http.Transport;
import dev.convo.http.apache.ApacheDownloads;
import dev.convo.http.apache.ApacheTransport;
import dev.convo.profile.value.Environment;
import dev.convo.provider.Descriptor;
import dev.convo.sandbox.Sandbox;
import dev.convo.sandbox.Service;
import dev.convo.session.Machine;
import dev.convo.session.Platform;
import dev.convo.terminal.Once;
import dev.convo.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A machine for tests: a home folder of its own, an environment of its own, the real network stack,
 * a real sandbox where one is asked for, and a clock that moves only while somebody sleeps.
 */
public final class TestHost implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  public final Map<String, String> variables = new HashMap<>();
  public final Path home;
  public final List<Duration> slept = new ArrayList<>();
  public String stdin = "";
  public boolean inTerminal = true;
  public boolean outTerminal;
  public boolean errTerminal;
  public int columns;

  /** How often the last run asked for the terminal's width. */
  public int askedForColumns;

  public Function<Transport.Settings, Transport> transport = ApacheTransport::new;

  private volatile Instant now = START;
  private volatile Runnable tick = () -> {};
  private String profiles = "";
  private @Nullable Sandbox sandbox;

  /** A machine with this home folder. */
  public TestHost(Path home) {
    this.home = home;
  }

  /** What a run left behind. */
  public record Result(int code, String out, String err) {}

  /** Starts a sandbox and writes its accounts to the profile file, as profile {@code default}. */
  public TestHost withSandbox() {
    List<Service> services =
        Providers.all().stream().map(one -> one.sandbox().apply(clock())).toList();
    Sandbox started = Sandbox.start(0, services, false);
    sandbox = started;
    return profiles(started.profileLines("default"));
  }

  /** Where the sandbox serves a platform. */
  public URI base(String provider) {
    return Objects.requireNonNull(sandbox).base(provider);
  }

  /** Writes the profile file, readable by its owner alone. */
  public TestHost profiles(String text) {
    try {
      profiles = text;
      Path file = home.resolve(".config/convo/profiles.toml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Runs one command line. */
  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    askedForColumns = 0;
    int code = new Cli(machine(out, err), platforms()).run(args);
    assertNothingLeaks(
        args.length > 0 && args[0].equals("sandbox"),
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
    return new Result(code, text(out), text(err));
  }

  /**
   * No output may hold a secret of the machine, whatever the test is about.
   *
   * @param ofSandbox whether this is the sandbox's welcome, which names its credentials
   */
  private void assertNothingLeaks(boolean ofSandbox, String... streams) {
    Set<String> secrets = new HashSet<>(Leaks.secrets(profiles));
    for (Platform platform : platforms()) {
      Descriptor facts = platform.provider().descriptor();
      facts.credentials().stream()
          .map(credential -> variables.getOrDefault(facts.variable(credential.key()), ""))
          .forEach(secrets::add);
    }
    if (ofSandbox) {
      platforms()
          .forEach(one -> secrets.removeAll(one.sandbox().apply(clock()).credentials().values()));
    }
    for (String stream : streams) {
      if (!Leaks.in(stream, secrets).isEmpty()) {
        throw new AssertionError("a secret is said in:\n" + stream);
      }
    }
  }

  /** All platforms. */
  public List<Platform> platforms() {
    return Providers.all();
  }

  /** The text with this run's port replaced, so that expected outputs can be whole. */
  private String text(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
        .replace(home.toString(), "HOME");
  }

  /** The machine, writing to these. */
  public Machine machine(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    Streams.Terminals terminals =
        new Streams.Terminals() {
          private final Once<OptionalInt> width = new Once<>(TestHost.this::askColumns);

          @Override
          public OptionalInt columns() {
            return width.get();
          }

          @Override
          public boolean in() {
            return inTerminal;
          }

          @Override
          public boolean out() {
            return outTerminal;
          }

          @Override
          public boolean err() {
            return errTerminal;
          }
        };
    return new Machine(
        new Streams(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), out, err, terminals),
        new Environment(variables, home, "?", false, false),
        () -> ZoneOffset.UTC,
        new Time(clock(), this::sleep, () -> 0.5),
        new Network(transport, ApacheDownloads::new, "convo/test"),
        () -> {
          throw new Failure(Kind.BUG, "nobody is there to be asked", null);
        },
        new Machine.Background(
            Executors.defaultThreadFactory(), this::ticking, () -> {}, last -> () -> {}));
  }

  /** Its clock, which the sandbox reads too. */
  public InstantSource clock() {
    return () -> now;
  }

  /** Time passes between two runs. */
  public void later(Duration time) {
    now = now.plus(time);
  }

  private OptionalInt askColumns() {
    askedForColumns++;
    return columns == 0 ? OptionalInt.empty() : OptionalInt.of(columns);
  }

  private Runnable ticking(Runnable one) {
    tick = one;
    return () -> tick = () -> {};
  }

  /** Lets time pass, tick by tick, while a thread sleeps. */
  private synchronized void sleep(Duration time) {
    slept.add(time);
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      Instant next = now.plusMillis(250);
      now = next.isBefore(end) ? next : end;
      tick.run();
    }
  }

  @Override
  public void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
