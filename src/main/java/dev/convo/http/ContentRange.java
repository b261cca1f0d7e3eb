package dev.convo.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a reply contains: RFC 9110, section 14.4.
 *
 * @param first the position of its first byte, from 0
 * @param last the position of its last byte
 * @param total the size of the file
 */
record ContentRange(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

  /** Parses the header; empty if any of the three is missing. */
  static Optional<ContentRange> of(Headers headers) {
    Matcher form = FORM.matcher(headers.first("Content-Range").orElse("").strip());
    return form.matches()
        ? Optional.of(
            new ContentRange(
                Long.parseLong(form.group(1)),
                Long.parseLong(form.group(2)),
                Long.parseLong(form.group(3))))
        : Optional.empty();
  }

  /**
   * Whether it continues after this many bytes.
   *
   * @param known the size the file is supposed to have, or null
   */
  boolean begins(long after, @Nullable Long known) {
    return first == after && last < total && (known == null || known == total);
  }
}
