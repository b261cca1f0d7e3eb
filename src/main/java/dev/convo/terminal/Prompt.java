package dev.convo.terminal;

import java.util.List;
import java.util.function.Predicate;

/**
 * Asks a person. Every question throws a {@link dev.convo.failure.Failure} INTERRUPTED where the
 * answer is Ctrl-C or the end of the input.
 */
public interface Prompt extends AutoCloseable {
  /**
   * Asks for a line.
   *
   * @param usual the answer that an empty line stands for, shown with the question; empty for none
   * @return without blanks around it
   */
  String ask(String question, String usual);

  /**
   * Asks until the answer fits.
   *
   * @param otherwise what to say to an answer that does not
   */
  default String ask(String question, String usual, Predicate<String> fits, String otherwise) {
    String answer = ask(question, usual);
    while (!fits.test(answer)) {
      tell(otherwise);
      answer = ask(question, usual);
    }
    return answer;
  }

  /** Asks for a secret. It is neither shown while it is typed nor remembered. */
  String askHidden(String question);

  /**
   * Lets the user choose one of the options.
   *
   * @return its index, from 0
   */
  int choose(String question, List<String> options);

  /** Says something, wrapped between words where the terminal is narrow. */
  void tell(String line);

  /** Restores the terminal. */
  @Override
  default void close() {}
}
