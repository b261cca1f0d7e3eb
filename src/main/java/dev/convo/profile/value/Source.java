package dev.convo.profile.value;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a value came from.
 *
 * @param text as people read it: {@code --account}, {@code CONVO_CHATWOOT_ACCOUNT_ID}, {@code
 *     profiles.toml:6}, {@code built-in}
 * @param where the same for a fault, the file with its folders
 * @param line of the profile file, from 1; 0 elsewhere
 */
public record Source(Origin origin, String text, String where, int line) {
  /** A fact of the provider. */
  public static final Source BUILT_IN = new Source(Origin.BUILT_IN, "built-in", "built-in", 0);

  /** Where it was set, in order of precedence. */
  public enum Origin {
    /** The command line. */
    OPTION,
    /** A variable of the environment. */
    VARIABLE,
    /** The profile file. */
    FILE,
    /** Nowhere: it is convo's own default. */
    BUILT_IN
  }

  /** Something typed, by the name of its option or {@code the link}. */
  public static Source option(String name) {
    return new Source(Origin.OPTION, name, name, 0);
  }

  public static Source variable(String name) {
    return new Source(Origin.VARIABLE, name, name, 0);
  }

  /** A line of the profile file: {@code profiles.toml:6}. */
  public static Source line(Path file, int line) {
    return new Source(Origin.FILE, file.getFileName() + ":" + line, file + ":" + line, line);
  }

  public Source as(String words) {
    return new Source(origin, words, where, line);
  }

  /**
   * A failure blamed on this source: USAGE for the command line, CONFIG for the rest.
   *
   * @param what is wrong; must not contain the value
   */
  public Failure fault(String what, @Nullable String hint) {
    return new Failure(
        origin == Origin.OPTION ? Kind.USAGE : Kind.CONFIG, where + ": " + what, hint);
  }

  @Override
  public String toString() {
    return text;
  }
}
