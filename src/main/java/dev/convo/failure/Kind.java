package dev.convo.failure;

/** What went wrong, as scripts see it: the {@code code} of a JSON error. */
public enum Kind {
  /** A fault in convo itself. */
  BUG,
  /** The command line is wrong; nothing was sent. */
  USAGE,
  /** The platform refused the credentials. */
  UNAUTHORIZED,
  /** The credentials are valid, but do not allow this. */
  FORBIDDEN,
  NOT_FOUND,
  /** The platform refused the request for another reason. */
  REJECTED,
  /** Too many requests, and the wait would be too long. */
  RATE_LIMITED,
  /** Something was asked for and not obtained; the rest is shown. */
  PARTIAL,
  /** The platform failed, or sent the request elsewhere. */
  PROVIDER_ERROR,
  /** The platform's answer cannot be read. */
  BAD_ANSWER,
  /** The profile file or the environment is wrong or missing. */
  CONFIG,
  /** No connection, or one that broke. */
  NETWORK,
  /** The server cannot be trusted. */
  TLS,
  /** The time limit of a request ran out. */
  TIMEOUT,
  /** The proxy refused, not the platform. */
  PROXY,
  /** The result could not be written. */
  OUTPUT,
  INTERRUPTED;

  /** The word in JSON errors and notes, such as {@code not_found}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
