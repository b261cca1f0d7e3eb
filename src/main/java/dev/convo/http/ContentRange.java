package dev.convo.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a file a reply brings: RFC 9110, section 14.4.
 *
 * @param first the place of its first byte, from 0
 * @param last that of its last
 * @param total how many bytes the file has
 */
record ContentRange(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

  /** Empty where the reply does not say all of it. */
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
   * Whether it goes on after so many bytes.
   *
   * @param known how many there were said to be in all, or null
   */
  boolean begins(long after, @Nullable Long known) {
    return first == after && last < total && (known == null || known == total);
  }
}
