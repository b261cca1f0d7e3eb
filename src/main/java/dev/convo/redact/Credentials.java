package dev.convo.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords, tokens and keys in a text. Every quantifier is possessive: no text makes it slow. */
final class Credentials {
  private static final String WORD = "[^\\s\"'<>,;\\\\]";

  /** {@code password: hunter2}, {@code "api_key" = "…"}, {@code my PIN is 1234}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:access|refresh|session|client|api|auth|id|private|bearer)?+[ _-]?+(?:secret|token|key)"
              + "|pass(?:word|wd|code|phrase|wort)|pwd|kennwort|contraseña|clave|mot de passe|(?:pin|cvv|cvc)(?:[ -]code)?"
              + "|auth(?:orization)?|cookie)"
              + "[\\\\\"']{0,3}+\\s{0,3}+([:=]|is|was|ist|es|est)\\s{0,3}+[\\\\\"']{0,3}+(?:(?:bearer|basic|token)\\s++)?+("
              + WORD
              + "{3,512}+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** {@code Bearer …} of a header. */
  private static final Pattern BEARER =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:bearer|basic)\\s++([A-Za-z0-9._~+/=-]{16,4096}+)",
          Pattern.CASE_INSENSITIVE);

  /** Forms that their makers chose so that they can be found, and JSON Web Tokens (RFC 7519). */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:"
              + "eyJ[A-Za-z0-9_-]{8,4096}+\\.[A-Za-z0-9_-]{8,8192}+(?:\\.[A-Za-z0-9_-]{0,4096}+)?+"
              + "|(?:sk|pk|rk|sf)[_-](?:live|test|proj)[_-][A-Za-z0-9_-]{8,256}+"
              + "|sk-[A-Za-z0-9_-]{20,256}+"
              + "|gh[pousr]_[A-Za-z0-9]{20,256}+|github_pat_[A-Za-z0-9_]{20,256}+"
              + "|glpat-[A-Za-z0-9_-]{16,256}+"
              + "|xox[abeoprs]-[A-Za-z0-9-]{10,256}+"
              + "|A(?:KIA|SIA)[A-Z0-9]{16}+"
              + "|AIza[A-Za-z0-9_-]{30,64}+"
              + "|ya29\\.[A-Za-z0-9_-]{20,512}+"
              + ")");

  private static final String KEY_BEGINS = "-----BEGIN ";
  private static final String KEY_ENDS = "-----END ";

  private Credentials() {}

  /** Finds all of them. */
  static void find(Spans spans) {
    String text = spans.text();
    if (text.length() < 6) {
      return;
    }
    privateKeys(spans);
    for (Pattern pattern : List.of(KNOWN, BEARER, NAMED)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        int group = matcher.groupCount();
        // What follows a verb may be a word about the password: it is the password if it has a
        // digit.
        boolean verb = group > 1 && Character.isLetter(matcher.group(1).charAt(0));
        if (verb && matcher.group(group).chars().noneMatch(Character::isDigit)) {
          continue;
        }
        spans.value(
            Sensitive.SECRET, matcher.start(group), matcher.end(group), matcher.group(group));
      }
    }
    mixed(spans);
  }

  private static void privateKeys(Spans spans) {
    String text = spans.text();
    int from = text.indexOf(KEY_BEGINS);
    while (from >= 0) {
      int end = text.indexOf(KEY_ENDS, from);
      int line = end < 0 ? -1 : text.indexOf("-----", end + KEY_ENDS.length());
      int to = line < 0 ? text.length() : line + 5;
      spans.value(Sensitive.SECRET, from, to, text.substring(from, to));
      from = text.indexOf(KEY_BEGINS, to);
    }
  }

  /** Long words of small and capital letters and digits, which nobody makes up. */
  private static void mixed(Spans spans) {
    String text = spans.text();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      int small = 0;
      int capital = 0;
      int digits = 0;
      while (to < text.length() && isOfToken(text.charAt(to))) {
        char c = text.charAt(to++);
        small += c >= 'a' && c <= 'z' ? 1 : 0;
        capital += c >= 'A' && c <= 'Z' ? 1 : 0;
        digits += c >= '0' && c <= '9' ? 1 : 0;
      }
      if (to - from >= 32 && small > 4 && capital > 4 && digits > 2) {
        spans.value(Sensitive.SECRET, from, to, text.substring(from, to));
      }
      from = to + 1;
    }
  }

  private static boolean isOfToken(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-'
        || c == '+'
        || c == '=';
  }
}
