package dev.convo.profile.file;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.profile.value.Source;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A line of the profile file.
 *
 * @param line counted from 1
 */
public record Place(Path file, int line) {
  /** The line as a source: {@code profiles.toml:6}. */
  public Source source() {
    return new Source(Source.Origin.FILE, file.getFileName() + ":" + line, toString());
  }

  /**
   * A fault at this line.
   *
   * @param what begins with the key and never contains its value
   * @param hint what to write instead
   */
  public Failure fault(String what, @Nullable String hint) {
    return new Failure(Kind.CONFIG, this + ": " + what, hint);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
