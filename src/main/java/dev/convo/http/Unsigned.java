package dev.convo.http;

/**
 * The cause of a failure where the platform saw no credential: how {@link Checked} tells {@link
 * Signed} that another spelling of the header may get through.
 */
final class Unsigned extends Exception {
  private static final long serialVersionUID = 1;

  Unsigned() {
    super("the platform saw no credential", null, false, false);
  }
}
