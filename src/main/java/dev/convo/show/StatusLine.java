package dev.convo.show;

import dev.convo.text.Durations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Standard error, with a status on the terminal's last line while there is nothing else to show:
 * how long convo still waits for a platform or, after a second of silence, how far it has come. The
 * status is wiped before anything is written and while something else uses the terminal. While a
 * pager has the terminal, all text waits.
 */
public final class StatusLine {
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final OutputStream err;
  private final InstantSource clock;
  private final IntSupplier columns;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private Supplier<String> progress = () -> "";
  private Instant lastWritten;
  private Instant waitsUntil = Instant.MIN;
  private String shown = "";
  private int holders;
  private boolean paged;
  private boolean ended;

  /**
   * Shows nothing yet.
   *
   * @param columns the terminal's width in cells; 0 if it is unknown
   */
  public StatusLine(OutputStream err, InstantSource clock, IntSupplier columns) {
    this.err = err;
    this.clock = clock;
    this.columns = columns;
    this.lastWritten = clock.instant();
  }

  /**
   * Shows a run's progress from now on, at each {@link #tick}.
   *
   * @param words in ASCII; empty while there is nothing to show
   */
  public synchronized void begin(Supplier<String> words) {
    progress = words;
    ended = false;
    lastWritten = clock.instant();
  }

  /** Updates the status; to be called a few times a second. */
  public synchronized void tick() {
    if (holders == 0 && !ended) {
      show(words());
    }
  }

  private String words() {
    Instant now = clock.instant();
    if (now.isBefore(waitsUntil)) {
      Duration left = Duration.between(now, waitsUntil).plusNanos(999_999_999); // Rounded up.
      return "waiting as the platform asked: " + Durations.words(left);
    }
    return now.isBefore(lastWritten.plus(SILENCE)) ? "" : progress.get();
  }

  /** Counts down to this moment, from now on. */
  public synchronized void waitUntil(Instant then) {
    if (then.isAfter(waitsUntil)) {
      waitsUntil = then;
    }
    tick();
  }

  /** Writes a text, once no pager has the terminal. */
  public synchronized void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (paged) {
      held.writeBytes(bytes);
    } else {
      show("");
      send(bytes);
      lastWritten = clock.instant();
    }
  }

  /** Leaves the terminal to something else, until {@link #release} has been called as often. */
  synchronized void hold() {
    show("");
    holders++;
  }

  /** Takes the terminal back. */
  synchronized void release() {
    holders--;
    lastWritten = clock.instant();
  }

  /** Leaves the terminal to a pager: from here on, all text waits. */
  synchronized void holdForPager() {
    paged = true;
    hold();
  }

  /** Takes the terminal back from a pager, if one has it, and writes what has waited. */
  synchronized void releaseFromPager() {
    if (paged) {
      paged = false;
      release();
      send(held.toByteArray());
      held.reset();
    }
  }

  /** Shows no more progress. */
  public synchronized void end() {
    show("");
    ended = true;
  }

  private void show(String words) {
    String line = cut(words);
    if (!line.equals(shown)) {
      // Blanks, not an escape code: every terminal understands them.
      String wiped = shown.isEmpty() ? "" : "\r" + " ".repeat(shown.length()) + "\r";
      shown = line;
      send((wiped + line).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void send(byte[] bytes) {
    try {
      err.write(bytes);
    } catch (IOException e) {
      // Standard error is closed, and there is no other place to report that.
    }
  }

  /** A status as wide as the terminal would go on in the next line, which is not wiped. */
  private String cut(String words) {
    int room = words.isEmpty() ? 0 : columns.getAsInt();
    return room > 0 && words.length() >= room ? words.substring(0, room - 1) : words;
  }
}
