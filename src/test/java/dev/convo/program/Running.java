package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.convo.hostile.Leaks;
import dev.convo.hostile.Signals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process under way. Whatever is waited for, the wait ends. */
final class Running {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Process process;
  private final Path home;
  private final Set<String> secrets;
  private final Stream out;
  private final Stream err;

  /**
   * Starts a process.
   *
   * @param secrets what it must not say
   */
  Running(ProcessBuilder builder, Path home, Set<String> secrets) {
    try {
      this.home = home;
      this.secrets = secrets;
      process = builder.start();
      out = new Stream(process.getInputStream());
      err = new Stream(process.getErrorStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has said this on standard output. */
  Running awaitOut(String text) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    if (!out.await(text, end)) {
      process.destroyForcibly();
      fail("no '%s' in:\n%s\n%s", text, out.text(), err.text());
    }
    return this;
  }

  /** What it has said on standard output so far. */
  String said() {
    return out.text();
  }

  /** Types; {@code \r} is the Enter key, {@code \u0003} Ctrl-C. */
  Running type(String keys) {
    try {
      process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it at once, as {@code kill -9} does. */
  Running kill() {
    process.destroyForcibly();
    return this;
  }

  /** Sends a signal, such as {@code INT}. */
  Running signal(String name) {
    return signal(name, process.pid());
  }

  /** Sends a signal to another process, one that it started. */
  Running signal(String name, long pid) {
    try {
      Signals.send(name, pid);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end. The port of a sandbox and the home folder are replaced by words. */
  Program.Result end() {
    try {
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("still running; it said:\n%s\n%s", out.text(), err.text());
      }
      process.getOutputStream().close();
      assertThat(Leaks.in(out.whole() + err.whole(), secrets)).isEmpty();
      return new Program.Result(process.exitValue(), steady(out.whole()), steady(err.whole()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String steady(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
        .replace(home.toString(), "HOME");
  }

  /** What a stream has said so far, read on a thread of its own. */
  private static final class Stream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Stream(InputStream in) {
      reader = new Thread(() -> read(in), "reader");
      reader.setDaemon(true);
      reader.start();
    }

    private void read(InputStream in) {
      byte[] piece = new byte[1 << 14];
      try {
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          synchronized (this) {
            bytes.write(piece, 0, n);
            notifyAll();
          }
        }
      } catch (IOException e) {
        // The process is gone; what it said is there.
      }
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    synchronized boolean await(String text, long end) {
      try {
        while (!text().contains(text)) {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left <= 0) {
            return false;
          }
          wait(left);
        }
        return true;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    String whole() throws InterruptedException {
      reader.join(DEADLINE.toMillis());
      return text();
    }
  }
}
