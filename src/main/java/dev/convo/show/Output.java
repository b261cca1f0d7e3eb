package dev.convo.show;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Document;
import dev.convo.render.Format;
import dev.convo.render.Layout;
import dev.convo.render.Renderer;
import dev.convo.terminal.OutputFile;
import dev.convo.terminal.Pager;
import dev.convo.terminal.Sink;
import dev.convo.terminal.Streams;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's result goes: a file, the pager or standard output. Opened with the first thing
 * shown, so that a run that shows nothing touches nothing.
 */
public final class Output {
  private final Streams streams;
  private final Format format;
  private final Supplier<Layout> layout;
  private final @Nullable OutputFile file;
  private final boolean paged;
  private final Map<String, String> variables;
  private final HeldReport report;
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
   * @param file the file to write, or null for standard output
   * @param paged whether people may want to page it
   * @param report waits while a pager has the terminal
   * @param statusLine is gone while something is written
   */
  public Output(
      Streams streams,
      Format format,
      Supplier<Layout> layout,
      @Nullable OutputFile file,
      boolean paged,
      Map<String, String> variables,
      HeldReport report,
      StatusLine statusLine) {
    this.streams = streams;
    this.format = format;
    this.layout = layout;
    this.file = file;
    this.paged = paged;
    this.variables = variables;
    this.report = report;
    this.statusLine = statusLine;
  }

  /**
   * Shows a document.
   *
   * @return false if nobody reads any more
   */
  public boolean show(Document document) {
    return write((text, bytes) -> renderer(text).document(document));
  }

  /** Shows bytes as they are, a newline between several. */
  public boolean show(List<byte[]> body) {
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
    return format.forPeople() && file == null && !streams.terminals().out();
  }

  private Renderer renderer(java.io.Writer text) {
    Renderer open = renderer;
    if (open == null) {
      open =
          format
              .renderer(text, layout.get())
              .orElseThrow(() -> new IllegalStateException("no documents in " + format));
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
        Optional<Pager> opened = paged ? pager() : Optional.empty();
        OutputStream stream = opened.isPresent() ? opened.get() : streams.out();
        open = new Sink(stream, "standard output");
      }
      sink = open;
    }
    return open;
  }

  private synchronized Optional<Pager> pager() {
    if (stopped) {
      throw new Failure(Kind.INTERRUPTED, "interrupted", null);
    }
    Optional<Pager> opened = Pager.open(variables, streams.out());
    opened.ifPresent(one -> report.hold());
    pager = opened.orElse(null);
    return opened;
  }

  /** Ends what was shown, and puts the file in its place. */
  public void end() {
    Sink open = sink;
    if (open == null) {
      return;
    }
    if (file != null) {
      open.close();
      file.keep();
    } else if (pager != null) {
      open.close();
    }
    report.release();
  }

  /** Leaves a file as it was, after a fault of writing. */
  public void drop() {
    dropFile();
    report.release();
  }

  /**
   * Does what a signal demands, while another thread may still be writing: no half a file, and the
   * terminal back. Ctrl-C alone is the pager's own; then this does not return.
   *
   * @return whether what was shown is still there, and not forgotten with half a file
   */
  public boolean stopped(boolean byCtrlC) {
    synchronized (this) {
      stopped = true;
    }
    boolean forgotten = dropFile();
    Pager open = pager;
    if (open != null && byCtrlC) {
      open.keepUntilLeft();
    } else if (open != null) {
      open.stop();
      report.release();
    }
    return !forgotten;
  }

  private boolean dropFile() {
    return file != null && file.drop();
  }
}
