package dev.convo.source;

import dev.convo.provider.Descriptor;
import dev.convo.provider.Link;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Typing mistakes around ids, each answered with the line to type instead. */
final class IdSlips {
  /** The name of a file of ids; with {@code @} other tools read arguments from a file. */
  private static final Pattern FILE =
      Pattern.compile("@\\S+|\\S+\\.(txt|csv|tsv|list|ids|jsonl?)", Pattern.CASE_INSENSITIVE);

  private IdSlips() {}

  /**
   * What to type instead.
   *
   * @param typed not an id of this provider, or one that it does not know
   * @param form what its ids look like
   */
  static Optional<String> hint(String typed, Descriptor facts, Pattern form) {
    String command = "convo " + facts.name() + " ";
    List<String> parts = Arrays.stream(typed.strip().split("[\\s,;]+")).toList();
    if (parts.size() > 1 && parts.stream().allMatch(part -> form.matcher(part).matches())) {
      boolean quoted = typed.chars().noneMatch(c -> c == ',' || c == ';');
      return Optional.of(
          "put spaces between ids"
              + (quoted ? ", outside the quotes: " : ": ")
              + command
              + String.join(" ", parts));
    }
    if (typed.startsWith("#") && form.matcher(typed.substring(1)).matches()) {
      return Optional.of("leave out the #: " + command + typed.substring(1));
    }
    Optional<String> link = Link.meant(typed);
    if (link.isPresent()) {
      return link.map(whole -> "did you mean " + whole + "?");
    }
    if (FILE.matcher(typed).matches() || isFileHere(typed)) {
      String name = typed.startsWith("@") ? typed.substring(1) : typed;
      return Optional.of("to read ids from a file: " + command + "- < " + name);
    }
    return Optional.empty();
  }

  private static boolean isFileHere(String name) {
    try {
      return name.indexOf('/') < 0 && name.indexOf('\\') < 0 && Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
