package dev.convo.profile.value;

/**
 * A value and where it came from. Prints its source only: a proxy's address may hold a password.
 */
public record Sourced(String value, Source source) {
  @Override
  public String toString() {
    return "*** from " + source;
  }
}
