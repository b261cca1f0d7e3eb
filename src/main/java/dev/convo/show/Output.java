package dev.convo.show;

import dev.convo.diff.Comparison;
import dev.convo.failure.Failure;
import dev.convo.model.Document;
import dev.convo.model.Verdict;
import dev.convo.render.ComparisonJson;
import dev.convo.render.ComparisonText;
import dev.convo.render.Format;
import dev.convo.render.Position;
import dev.convo.render.Renderer;
import dev.convo.render.VerdictJson;
import dev.convo.render.VerdictText;
import dev.convo.terminal.Once;
import dev.convo.terminal.OutputFile;
import dev.convo.terminal.Pager;
import dev.convo.terminal.Sink;
import dev.convo.terminal.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's result goes: a file, the pager or standard output. Opened with the first thing
 * shown, so that a run that shows nothing touches nothing. What shows something returns false if
 * the reader has left.
 */
public final class Output {
  private final Streams streams;
  private final Style style;
  private final @Nullable OutputFile file;
  private final OptionalInt count;
  private final StatusLine statusLine;
  private final Once<Boolean> piped = new Once<>(this::isPipedForPeople);
  private @Nullable Sink sink;
  private volatile @Nullable Pager pager;
  private boolean stopped;
  private @Nullable Renderer renderer;
  private boolean first = true;

  /**
   * Checks the file, but opens nothing.
   *
   * @param user the user's name, as the file system has it
   * @param statusLine gives way to what is shown
   * @param count how many conversations were asked for; empty if that is not known yet
   * @throws Failure OUTPUT if the file cannot be written
   */
  public Output(
      Streams streams, Style style, String user, StatusLine statusLine, OptionalInt count) {
    this.streams = streams;
    this.style = style;
    this.file = style.file() == null ? null : OutputFile.at(style.file(), user);
    this.count = count;
    this.statusLine = statusLine;
  }

  /**
   * Shows a document.
   *
   * @param place its place in the order asked, from 1
   */
  public boolean document(Document document, int place) {
    Position position = new Position(place, count.orElse(0));
    return write((text, bytes) -> renderer(text).document(document, position));
  }

  /** Shows what changed in a conversation. */
  public boolean comparison(Comparison comparison) {
    return write(
        (text, bytes) -> {
          if (style.format().forPeople()) {
            ComparisonText.write(text, style.layout(), comparison);
          } else {
            ComparisonJson.write(text, comparison);
          }
        });
  }

  /** Shows in what state a saved conversation is. */
  public boolean verdict(Verdict verdict) {
    Format format = style.format().format();
    return write(
        (text, bytes) -> {
          if (format == Format.JSON || format == Format.JSONL) {
            VerdictJson.write(text, format == Format.JSONL, verdict);
          } else {
            VerdictText.write(text, style.layout(), verdict);
          }
        });
  }

  public boolean text(String words) {
    return write((text, bytes) -> text.append(words));
  }

  /** Shows bytes as they are, with a newline between two bodies. */
  public boolean bytes(List<byte[]> body) {
    boolean apart = !first;
    first = false;
    return write(
        (text, bytes) -> {
          if (apart) {
            bytes.write('\n');
          }
          for (byte[] piece : body) {
            bytes.write(piece);
          }
        });
  }

  private boolean write(Sink.Writing writing) {
    statusLine.hold();
    try {
      return opened().write(writing);
    } finally {
      statusLine.release();
      if (piped.get()) {
        statusLine.end();
      }
    }
  }

  /** Whether a pager may be behind the pipe, which has the terminal from the first word on. */
  private boolean isPipedForPeople() {
    return style.format().forPeople() && file == null && !streams.terminals().out();
  }

  private Renderer renderer(Writer text) {
    Renderer open = renderer;
    if (open == null) {
      Format format = Objects.requireNonNull(style.format().format(), "raw renders no documents");
      open = format.renderer(text, style.layout());
      renderer = open;
    }
    return open;
  }

  private Sink opened() {
    Sink open = sink;
    if (open == null) {
      open =
          file == null
              ? new Sink(style.paged() ? paged() : streams.out(), "standard output")
              : new Sink(file.open(), "the file of -O");
      sink = open;
    }
    return open;
  }

  /** The pager, or standard output if none can be started. */
  private synchronized OutputStream paged() {
    if (stopped) {
      throw Failure.interrupted();
    }
    Pager opened = Pager.open(style.variables(), streams.out()).orElse(null);
    if (opened == null) {
      return streams.out();
    }
    statusLine.holdForPager();
    pager = opened;
    return opened;
  }

  /** Ends what was shown, and puts the file in its place. */
  public void end() {
    Sink open = sink;
    if (open == null) {
      return;
    }
    Renderer begun = renderer;
    if (begun != null) {
      write((text, bytes) -> begun.finish());
    }
    if (file != null || pager != null) {
      open.close();
    }
    if (file != null) {
      file.keep();
    }
    statusLine.releaseFromPager();
  }

  /** Leaves a file as it was, after a failure. */
  public void drop() {
    try {
      dropFile();
      Pager open = pager;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // Another failure is already on its way.
    } finally {
      statusLine.releaseFromPager();
    }
  }

  /**
   * Opens nothing more, while another thread may still be writing, and drops half a file.
   *
   * @return whether what was shown is still there, not dropped with half a file
   */
  public boolean stop() {
    synchronized (this) {
      stopped = true;
    }
    return !dropFile();
  }

  /** Whether a pager has the terminal; if so, waits until its user has left it. */
  public boolean isLeftToPager() {
    Pager open = pager;
    return open != null && open.waitFor();
  }

  /** Ends the pager, which puts the terminal back as it found it. */
  public void stopPager() {
    Pager open = pager;
    if (open != null) {
      open.stop();
      statusLine.releaseFromPager();
    }
  }

  private boolean dropFile() {
    return file != null && file.drop();
  }
}
