package dev.convo.terminal.jline;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.terminal.Prompt;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Asks questions on standard error, because standard output is for results. */
public final class JLinePrompt implements Prompt {
  private final Terminal terminal;
  private final LineReader reader;
  private final Size size;

  private JLinePrompt(Terminal terminal) {
    this.terminal = terminal;
    this.size = terminal.getSize();
    if (isUnknown(size)) {
      // A terminal that does not know its size, such as one inside a container: without one, no
      // prompt would be shown.
      terminal.setSize(Size.of(80, 24));
    }
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            // History would offer an answer, even a secret, at the next question.
            .variable(LineReader.DISABLE_HISTORY, true)
            .variable(LineReader.DISABLE_COMPLETION, true)
            // A "!" or a backslash in an answer means itself.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, false)
            .build();
  }

  /**
   * Opens the terminal. Standard input and standard error must be one.
   *
   * @throws Failure OUTPUT if the terminal cannot be opened
   */
  public static JLinePrompt open() {
    try {
      return new JLinePrompt(
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysErr)
              // No native code: it warns on recent JDKs, and would have to be shipped.
              .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
              // Otherwise six queries are sent at once, and what was typed ahead is lost.
              .graphemeCluster(false)
              // Ignores TERM: an unknown name shows a stack trace, and a "dumb" terminal
              // echoes a secret and then overwrites it.
              .type("ansi")
              .dumb(false)
              .build());
    } catch (IOException | IllegalStateException e) {
      throw Failure.output("the terminal cannot be opened to ask", "write the section by hand");
    }
  }

  private static boolean isUnknown(Size size) {
    return size.getColumns() == 0 || size.getRows() == 0;
  }

  @Override
  public String ask(String question, String usual) {
    String answer = line(question + (usual.isEmpty() ? ": " : " [" + usual + "]: "), null).strip();
    return answer.isEmpty() ? usual : answer;
  }

  @Override
  public String askHidden(String question) {
    return line(question + ": ", '*').strip();
  }

  @Override
  public int choose(String question, List<String> options) {
    tell(question);
    for (int i = 0; i < options.size(); i++) {
      tell("  " + (i + 1) + "  " + options.get(i));
    }
    List<String> numbers =
        IntStream.rangeClosed(1, options.size()).mapToObj(String::valueOf).toList();
    String answer =
        ask("1 to " + options.size(), "1", numbers::contains, "Type one of the numbers.");
    return numbers.indexOf(answer);
  }

  @Override
  public void tell(String line) {
    int width = Math.max(20, terminal.getSize().getColumns() - 1);
    terminal
        .writer()
        .println(line.replaceAll("(.{1," + width + "})( +|$)", "$1\n").stripTrailing());
    terminal.flush();
  }

  private String line(String prompt, @Nullable Character mask) {
    try {
      return reader.readLine(prompt, mask);
    } catch (UserInterruptException | EndOfFileException e) {
      throw new Failure(Kind.INTERRUPTED, "stopped; nothing was written", null);
    }
  }

  @Override
  public void close() {
    try {
      if (isUnknown(size)) {
        terminal.setSize(size);
      }
      terminal.close();
    } catch (IOException e) {
      throw Failure.output("the terminal cannot be closed", null);
    }
  }
}
