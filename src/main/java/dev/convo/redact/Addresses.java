package dev.convo.redact;

import java.util.Locale;

/** E-mail addresses and links in a text. */
final class Addresses {
  /** RFC 5321, 4.5.3.1. */
  private static final int LONGEST_LOCAL = 64;

  private static final int LONGEST_DOMAIN = 255;

  private Addresses() {}

  /** Finds e-mail addresses: from each {@code @} to both sides. */
  static void emails(Spans spans) {
    String text = spans.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int from = at;
      while (from > 0 && at - from < LONGEST_LOCAL && isLocal(text.charAt(from - 1))) {
        from--;
      }
      while (from < at && text.charAt(from) == '.') {
        from++;
      }
      int to = domainEnd(text, at + 1);
      if (from < at && text.substring(at + 1, to).indexOf('.') > 0) {
        spans.value(Kind.EMAIL, from, to, text.substring(from, to).toLowerCase(Locale.ROOT));
      }
    }
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._%+-'".indexOf(c) >= 0;
  }

  private static int domainEnd(String text, int from) {
    int to = from;
    while (to < text.length()
        && to - from < LONGEST_DOMAIN
        && (Character.isLetterOrDigit(text.charAt(to))
            || text.charAt(to) == '.'
            || text.charAt(to) == '-')) {
      to++;
    }
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    return to;
  }

  /** Finds what follows the host of each link, and who is named before it. */
  static void links(Spans spans) {
    String text = spans.text();
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int host = at + 3;
      int end = host;
      while (end < text.length() && isOfLink(text.charAt(end))) {
        end++;
      }
      while (end > host && ".,;:!?)]}'".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      int path = host;
      while (path < end && "/?#".indexOf(text.charAt(path)) < 0) {
        path++;
      }
      int user = text.lastIndexOf('@', path - 1);
      if (user >= host) {
        spans.value(Kind.URL, host, user, text.substring(host, user));
      }
      int from = path < end && text.charAt(path) == '/' ? path + 1 : path;
      spans.value(Kind.URL, from, end, text.substring(host, end));
    }
  }

  private static boolean isOfLink(char c) {
    return c > ' ' && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`' && c != 0xA0;
  }
}
