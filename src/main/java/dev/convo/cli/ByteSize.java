package dev.convo.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes.
 *
 * @param bytes at least 1
 */
record ByteSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,11})\\s*([kmg]?)(i?b)?");

  /**
   * Reads {@code 500k}, {@code 64M}, {@code 1GiB}; a kilobyte has 1,024 bytes.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static ByteSize parse(String text) {
    Matcher form = FORM.matcher(text.trim().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a size such as 500k, 64M or 1G");
    }
    long unit =
        switch (form.group(2)) {
          case "k" -> 1L << 10;
          case "m" -> 1L << 20;
          case "g" -> 1L << 30;
          default -> 1;
        };
    return new ByteSize(Math.multiplyExact(Long.parseLong(form.group(1)), unit));
  }
}
