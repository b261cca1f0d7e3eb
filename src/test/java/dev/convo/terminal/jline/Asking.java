package dev.convo.terminal.jline;

import dev.convo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that asks, for a test that sits at its terminal. Writes the answers to a file. */
final class Asking {
  private Asking() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    try (JLinePrompt prompt = JLinePrompt.open()) {
      String name = prompt.ask("name", "usual");
      String secret = prompt.askHidden("secret");
      int choice = prompt.choose("where", List.of("here", "there"));
      String last = prompt.ask("last", "");
      Files.writeString(file, name + "\n" + secret + "\n" + choice + "\n" + last + "\n");
      prompt.tell("done: " + "seven77 ".repeat(12).strip());
    } catch (Failure e) {
      Files.writeString(file, e.kind() + " " + e.message() + "\n");
    }
  }
}
