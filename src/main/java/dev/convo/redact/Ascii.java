package dev.convo.redact;

/** Tests of ASCII characters only: other scripts have digits and capitals of their own. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Whether Base64 uses it, in either alphabet (RFC 4648); not the padding. */
  static boolean isBase64(char c) {
    return isSmall(c) || isCapital(c) || isDigit(c) || c == '+' || c == '/' || c == '-' || c == '_';
  }
}
