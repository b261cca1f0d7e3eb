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
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's result goes: a file, the pager or standard output. Opened with the first thing
 * shown, so that a run that shows nothing touches nothing.
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
   * An output.
   *
   * @param user the user's name, as the owner of a file is named
   * @param statusLine gives way to what is shown
   * @param count how many conversations were asked for; empty where that is not known yet
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
   * @return false if the reader has left
   */
  public boolean document(Document document, int place) {
    Position position = new Position(place, count.orElse(0));
    return write((text, bytes) -> renderer(text).document(document, position));
  }

  /**
   * Shows what changed in a conversation.
   *
   * @return false if the reader has left
   */
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

  /**
   * Shows how a saved conversation is.
   *
   * @return false if the reader has left
   */
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

  /** Shows text as it is. */
  public boolean text(String words) {
    return write((text, bytes) -> text.append(words));
  }

  /** Shows bytes as they are, a newline between several. */
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

  /** Behind the pipe may be a pager, which has the terminal from the first word on. */
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
      if (file != null) {
        open = new Sink(file.open(), "the file of -O");
      } else {
        Optional<Pager> opened = style.paged() ? pager() : Optional.empty();
        OutputStream stream = opened.isPresent() ? opened.get() : streams.out();
        open = new Sink(stream, "standard output");
      }
      sink = open;
    }
    return open;
  }

  private synchronized Optional<Pager> pager() {
    if (stopped) {
      throw Failure.interrupted();
    }
    Optional<Pager> opened = Pager.open(style.variables(), streams.out());
    opened.ifPresent(one -> statusLine.holdForPager());
    pager = opened.orElse(null);
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
    if (file != null) {
      open.close();
      file.keep();
    } else if (pager != null) {
      open.close();
    }
    statusLine.releaseFromPager();
  }

  /** Leaves a file as it was, after a fault of writing. */
  public void drop() {
    try {
      dropFile();
      Pager open = pager;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // Another fault is on its way already.
    } finally {
      statusLine.releaseFromPager();
    }
  }

  /**
   * Lets nothing more be opened, while another thread may still be writing, and drops half a file.
   *
   * @return whether what was shown is still there, and not forgotten with half a file
   */
  public boolean stop() {
    synchronized (this) {
      stopped = true;
    }
    return !dropFile();
  }

  /** Where a pager has the terminal, waits until its user has left it; else false, at once. */
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
