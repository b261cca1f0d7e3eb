package dev.convo.files;

import java.nio.file.Path;

/** A path as a shell reads it back. */
public final class ShellWord {
  private ShellWord() {}

  /** The path, in quotes where it needs them. */
  public static String of(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9_./~+@%,:=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
