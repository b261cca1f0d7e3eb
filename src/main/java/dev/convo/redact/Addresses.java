package dev.convo.redact;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses and links in a text. */
final class Addresses {
  /** RFC 5321, 4.5.3.1. */
  private static final int LONGEST_LOCAL = 64;

  private static final int LONGEST_DOMAIN = 255;

  /**
   * An error may cut a text within a code, and show up to this many of its characters before the …
   */
  private static final int LONGEST_CODE = 12;

  private static final String SPELLED = "xn--";

  private static final Pattern LINK = Pattern.compile("://|www\\.");

  private Addresses() {}

  /** Finds e-mail addresses, from each {@code @} in both directions. */
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
      boolean domain = text.substring(at + 1, to).indexOf('.') > 0;
      if (from < at && (domain || isCut(text, to))) {
        spans.value(Sensitive.EMAIL, from, to, text.substring(from, to).toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Whether an error cut the text here, or within a code that starts here. */
  private static boolean isCut(String text, int from) {
    int at = from;
    while (at < text.length()
        && at - from < LONGEST_CODE
        && text.charAt(at) > ' '
        && text.charAt(at) != '…') {
      at++;
    }
    return text.startsWith("…", at);
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

  /** Finds the path and query of every link, and the user before its host. */
  static void links(Spans spans) {
    String text = spans.text();
    if (text.contains("://") || text.contains("www.")) {
      fullLinks(spans);
    }
    // Every host has a dot.
    int end = spans.traits().dots() == 0 ? 0 : text.length();
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      if ((c == '/' || c == '?') && endsHost(text, i)) {
        spans.value(Sensitive.URL, i + 1, end(text, i + 1));
      }
    }
  }

  private static void fullLinks(Spans spans) {
    String text = spans.text();
    Matcher link = LINK.matcher(text);
    int next = 0;
    while (link.find(next)) {
      int host = link.end();
      int end = end(text, host);
      int path = host;
      while (path < end && "/?#".indexOf(text.charAt(path)) < 0) {
        path++;
      }
      int user = text.substring(host, path).lastIndexOf('@') + host;
      spans.value(Sensitive.URL, host, user);
      int from = path < end && text.charAt(path) == '/' ? path + 1 : path;
      spans.value(Sensitive.URL, from, end, text.substring(host, end));
      next = Math.max(host, end);
    }
  }

  /** Finds labels of host names in Punycode (RFC 3492), which may spell a person's name. */
  static void spelled(Spans spans) {
    String text = spans.text();
    int from = text.indexOf(SPELLED);
    while (from >= 0) {
      int to = from + SPELLED.length();
      while (to < text.length()
          && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '-')) {
        to++;
      }
      spans.value(Sensitive.NAME, from, to, text.substring(from, to).toLowerCase(Locale.ROOT));
      from = text.indexOf(SPELLED, to);
    }
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isOfLink(text.charAt(end))) {
      end++;
    }
    while (end > from && ".,;:!?)]}'".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Whether a host ends here: {@code shop.example}, {@code shop.example:80}. */
  private static boolean endsHost(String text, int to) {
    int end = to;
    while (end > 0 && Ascii.isDigit(text.charAt(end - 1))) {
      end--;
    }
    end = end < to && end > 0 && text.charAt(end - 1) == ':' ? end - 1 : to;
    int from = end;
    while (from > 0
        && end - from < LONGEST_DOMAIN
        && (Character.isLetterOrDigit(text.charAt(from - 1))
            || ".-".indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
    }
    String host = text.substring(from, end);
    int dot = host.lastIndexOf('.');
    return dot > 0
        && host.length() - dot > 2
        && host.chars().skip(dot + 1L).allMatch(Character::isLetter);
  }

  private static boolean isOfLink(char c) {
    return c > ' ' && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`' && c != 0xA0;
  }
}
