package dev.convo.show;

import java.util.Map;

/** When colour is used. */
public enum ColorChoice {
  /** On a terminal, unless the environment says otherwise. */
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Whether to colour a stream.
   *
   * @param terminal whether the stream is a terminal
   * @param windows whether this is Windows, where a console may show escape codes as text unless a
   *     variable says what it is
   */
  public boolean on(Map<String, String> variables, boolean terminal, boolean windows) {
    return this == ALWAYS || this == AUTO && auto(variables, terminal, windows);
  }

  // NO_COLOR: https://no-color.org, FORCE_COLOR: https://force-color.org,
  // CLICOLOR and CLICOLOR_FORCE: http://bixense.com/clicolors; read 2026-11.
  private static boolean auto(Map<String, String> variables, boolean terminal, boolean windows) {
    if (isSet(variables, "NO_COLOR")) {
      return false;
    }
    if (isForced(variables, "FORCE_COLOR") || isForced(variables, "CLICOLOR_FORCE")) {
      return true;
    }
    if ("0".equals(variables.get("CLICOLOR")) || "dumb".equals(variables.get("TERM"))) {
      return false;
    }
    boolean shows = !windows || isSet(variables, "WT_SESSION") || isSet(variables, "TERM");
    return terminal && shows;
  }

  private static boolean isSet(Map<String, String> variables, String name) {
    return !variables.getOrDefault(name, "").isEmpty();
  }

  private static boolean isForced(Map<String, String> variables, String name) {
    return isSet(variables, name) && !"0".equals(variables.get(name));
  }
}
