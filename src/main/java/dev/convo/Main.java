package dev.convo;

import dev.convo.cli.Cli;
import dev.convo.cli.Version;
import dev.convo.http.Network;
import dev.convo.http.Time;
import dev.convo.http.apache.ApacheDownloads;
import dev.convo.http.apache.ApacheTransport;
import dev.convo.profile.value.Environment;
import dev.convo.session.Machine;
import dev.convo.terminal.Streams;
import dev.convo.terminal.SystemTerminals;
import dev.convo.terminal.jline.JLinePrompt;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

/** The process: its streams, environment, clock and exit. No other class touches {@link System}. */
public final class Main {
  private static final long TICK_MILLIS = 250;

  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] args) {
    initialize();
    List<InputStream> fillers = fillClosedStreams();
    try {
      Cli cli = new Cli(machine(), Providers.all());
      Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> end(cli, thrown, args));
      System.exit(cli.run(args));
    } finally {
      Reference.reachabilityFence(fillers);
    }
  }

  /** Halts after a thread died: other threads, and so a normal exit, may wait for it forever. */
  private static void end(Cli cli, Throwable thrown, String... args) {
    int code = 1;
    try {
      code = cli.lost(thrown, args);
    } finally {
      Runtime.getRuntime().halt(code);
    }
  }

  /**
   * Completes the start of the native binary: an image that parses no runtime options leaves it to
   * the program to install signal handlers. The API is called by reflection because nothing else
   * needs that library; native-image resolves the name at build time.
   */
  private static void initialize() {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") == null) {
      return;
    }
    try {
      Class.forName("org.graalvm.nativeimage.VMRuntime").getMethod("initialize").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot initialize the native image", e);
    }
  }

  /**
   * Fills the descriptors of standard streams that were closed before we began ({@code convo >&-}).
   * Otherwise the next socket becomes descriptor 1, and the result is sent to the platform. They
   * are opened for reading only, so that writing to them fails as it should.
   */
  private static List<InputStream> fillClosedStreams() {
    List<InputStream> fillers = new ArrayList<>();
    try {
      for (int stream = 0; stream < 3; stream++) {
        fillers.add(new FileInputStream("/dev/null"));
      }
    } catch (FileNotFoundException e) {
      // A system without /dev/null has no closed standard streams.
    }
    return fillers;
  }

  /**
   * Standard input; empty if it was closed before we began: then descriptor 0 is a file that the
   * virtual machine has opened for itself.
   */
  private static InputStream in() {
    String machine = System.getProperty("java.home");
    try {
      return machine != null && new File("/proc/self/fd/0").getCanonicalPath().startsWith(machine)
          ? InputStream.nullInputStream()
          : new FileInputStream(FileDescriptor.in);
    } catch (IOException e) {
      return new FileInputStream(FileDescriptor.in);
    }
  }

  public static Machine machine() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
    return new Machine(
        new Streams(
            in(),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            new SystemTerminals(windows, Main::hasConsole)),
        new Environment(
            System.getenv(), home(windows), System.getProperty("user.name", "?"), windows, false),
        ZoneId::systemDefault,
        new Time(
            Clock.systemUTC(),
            time -> Thread.sleep(time.plusNanos(999_999).toMillis()),
            () -> ThreadLocalRandom.current().nextDouble()),
        // Lambdas, because a method reference would load its class at every start.
        new Network(
            settings -> new ApacheTransport(settings),
            settings -> new ApacheDownloads(settings),
            "convo/" + Version.number() + " (+" + Version.PROJECT + ")"),
        () -> JLinePrompt.open(),
        new Machine.Background(Main::daemon, Main::ticking, Main::untilStopped, Main::whenStopped));
  }

  /**
   * The folder that the shell calls {@code ~}; Java itself would ask the system's list of users.
   */
  private static Path home(boolean windows) {
    String variable = windows ? null : System.getenv("HOME");
    String home =
        variable == null || variable.isEmpty() ? System.getProperty("user.home", "/") : variable;
    try {
      return Path.of(home);
    } catch (InvalidPathException e) {
      // Under LC_ALL=C, Java cannot name a file with letters beyond ASCII. Much works without home.
      return Path.of(home.replaceAll("[^ -~]", "?"));
    }
  }

  /** Whether a console is attached. Used on Windows only, which offers nothing better. */
  @SuppressWarnings(
      "SystemConsoleNull") // Since Java 22 it is never null, but knows whether it is a terminal.
  private static boolean hasConsole() {
    return System.console() != null;
  }

  /** Ctrl-C is how a server is meant to end: a shutdown hook makes its exit code 0. */
  private static void untilStopped() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The virtual machine itself turns a signal into its exit code, 130 or 143. */
  private static Runnable whenStopped(IntUnaryOperator last) {
    Runnable work =
        () -> {
          int signal = exitCodeOfSignal();
          int code = last.applyAsInt(signal);
          if (code != signal) {
            Runtime.getRuntime().halt(code);
          }
        };
    Thread hook = new Thread(work, "convo-stopped");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      work.run(); // The process is already being stopped.
    }
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is being stopped, so the hook runs.
      }
    };
  }

  /**
   * Only the name of the signal's thread says which signal it was
   * (jdk.internal.misc.Signal.dispatch). Handling signals ourselves would end processes that were
   * started to ignore them, as under nohup.
   */
  private static int exitCodeOfSignal() {
    Set<String> threads = new HashSet<>();
    Thread.getAllStackTraces().keySet().forEach(thread -> threads.add(thread.getName()));
    return threads.contains("SIGTERM handler")
        ? 143
        : threads.contains("SIGHUP handler") ? 129 : 130;
  }

  private static Runnable ticking(Runnable tick) {
    Thread thread = daemon(() -> tickUntilInterrupted(tick));
    thread.start();
    return thread::interrupt;
  }

  private static void tickUntilInterrupted(Runnable tick) {
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        tick.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread that does not keep the process alive. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "convo");
    thread.setDaemon(true);
    return thread;
  }
}
