package dev.convo.redact;

import java.util.Set;

/**
 * A phone number, in digits.
 *
 * @param country its code; empty if unknown
 * @param national the rest, without the 0 before an area code
 */
record PhoneNumber(String country, String national) {
  /**
   * Country codes of two digits; 1 and 7 have one, all others have three (ITU-T E.164, annex D).
   */
  private static final Set<String> TWO_DIGITS =
      Set.of(
          ("20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62"
                  + " 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98")
              .split(" "));

  static PhoneNumber of(String number) {
    String digits = number.replace("(0)", "").replaceAll("[^0-9]++", "");
    boolean zeros = digits.startsWith("00");
    boolean whole = number.strip().startsWith("+") || zeros || digits.length() > 11;
    String bare = zeros ? digits.substring(2) : digits;
    int code = whole ? Math.min(codeLength(bare), bare.length()) : 0;
    return new PhoneNumber(bare.substring(0, code), bare.substring(code).replaceFirst("^0", ""));
  }

  /** The number with its country code, if that is known. */
  String whole() {
    return country + national;
  }

  /** How many digits of a number with a country code are that code. */
  static int codeLength(String digits) {
    boolean one = digits.startsWith("1") || digits.startsWith("7");
    return one ? 1 : digits.length() > 1 && TWO_DIGITS.contains(digits.substring(0, 2)) ? 2 : 3;
  }
}
