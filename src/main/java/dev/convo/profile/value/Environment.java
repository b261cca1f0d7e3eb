package dev.convo.profile.value;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user who runs convo, and that user's machine.
 *
 * @param variables the environment
 * @param home the user's home folder
 * @param user the user's name, as the owner of a file is named; {@code ?} where it is unknown
 * @param windows whether this is Windows
 * @param terminal whether standard input and standard error both are terminals, so that a program
 *     that fetches a secret may ask
 */
public record Environment(
    Map<String, String> variables, Path home, String user, boolean windows, boolean terminal) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** Leaves out the values: the environment holds secrets, not only ours. */
  @Override
  public String toString() {
    return "Environment of " + user;
  }

  /** The variable's value; an empty one counts as not set. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  public Optional<Sourced> sourced(String name) {
    return variable(name).map(value -> new Sourced(value, Source.variable(name)));
  }

  /**
   * The path that is written here; {@code ~/} is the home folder.
   *
   * @param folder what a relative path is relative to
   * @throws dev.convo.failure.Failure USAGE or CONFIG if this is not a valid path
   */
  public Path path(Sourced written, Path folder) {
    String text = written.value();
    try {
      return text.startsWith("~/")
          ? home.resolve(text.substring(2))
          : folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw written
          .source()
          .fault(
              "the path contains a character that is not allowed in paths",
              "write the path of a file");
    }
  }
}
