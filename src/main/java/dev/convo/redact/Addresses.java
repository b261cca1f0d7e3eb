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
        spans.value(Sensitive.EMAIL, from, to, text.substring(from, to).toLowerCase(Locale.ROOT));
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
    int end = 0;
    for (int host = host(text, 0); host >= 0; host = host(text, Math.max(host, end))) {
      end = host;
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
      int user = text.substring(host, path).lastIndexOf('@') + host;
      if (user > host) {
        spans.value(Sensitive.URL, host, user, text.substring(host, user));
      }
      int from = path < end && text.charAt(path) == '/' ? path + 1 : path;
      spans.value(Sensitive.URL, from, end, text.substring(host, end));
    }
  }

  /** Where the next link's host begins; -1 for none. */
  private static int host(String text, int from) {
    int scheme = text.indexOf("://", from);
    int bare = text.indexOf("www.", from);
    return bare >= 0 && (scheme < 0 || bare < scheme) ? bare + 4 : scheme < 0 ? -1 : scheme + 3;
  }

  private static boolean isOfLink(char c) {
    return c > ' ' && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`' && c != 0xA0;
  }
}
