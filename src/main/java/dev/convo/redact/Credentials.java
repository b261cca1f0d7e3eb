package dev.convo.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords, tokens and keys in a text. Every quantifier is possessive: no text makes it slow. */
final class Credentials {
  private static final String WORD = "[^\\s\"'<>,;\\\\]";
  private static final String WORD_ENDS = " \t\r\n\"'<>,;\\";

  private static final int LONGEST_PHRASE = 128;

  /** The shortest of the {@link #KNOWN} forms, in characters. */
  private static final int SHORTEST_FORM = 14;

  /** From this length on, a mixture of characters alone makes a word a secret. */
  private static final int MIXED = 32;

  /** Beginnings of the names of secrets. The costly search runs only where one occurs. */
  private static final Words NAMES =
      new Words(
          "secre,toke,key,pass,pwd,kennwort,contras,clave,mot de,pin,cvv,cvc,auth,cookie"
              .split(","));

  /** {@code password: hunter2}, {@code "api_key" = "…"}, {@code my PIN is 1234}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:access|refresh|session|client|api|auth|id|private|bearer)?+[ _-]?+(?:secret|token|key)"
              + "|(pass(?:word|wd|code|phrase|wort)|pwd|kennwort|contraseña|clave|mot de passe)|(?:pin|cvv|cvc)(?:[ -]code)?"
              + "|auth(?:orization)?|cookie)"
              + "[\\\\\"']{0,3}+\\s{0,3}+([:=]|is|was|ist|es|est)\\s{0,3}+[\\\\\"']{0,3}+(?:(?:bearer|basic|token)\\s++)?+("
              + WORD
              + "{3,512}+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** {@code Bearer …}, as in a header. */
  private static final Pattern BEARER =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:bearer|basic)\\s++([A-Za-z0-9._~+/=-]{16,4096}+)",
          Pattern.CASE_INSENSITIVE);

  /** Tokens whose issuers made them recognisable, and JSON Web Tokens (RFC 7519). */
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

  static void find(Spans spans) {
    String text = spans.text();
    if (text.length() < 6) {
      return;
    }
    int longest = spans.traits().longestWord();
    if (longest >= SHORTEST_FORM) {
      privateKeys(spans);
      words(spans, KNOWN);
      words(spans, BEARER);
    }
    if (NAMES.areIn(text)) {
      afterTheirNames(spans);
    }
    if (longest >= MIXED) {
      mixed(spans);
    }
  }

  private static void words(Spans spans, Pattern pattern) {
    Matcher matcher = pattern.matcher(spans.text());
    while (matcher.find()) {
      int group = matcher.groupCount();
      spans.value(Sensitive.SECRET, matcher.start(group), matcher.end(group));
    }
  }

  private static void afterTheirNames(Spans spans) {
    String text = spans.text();
    Matcher matcher = NAMED.matcher(text);
    while (matcher.find()) {
      int from = matcher.start(3);
      int to = matcher.end(3);
      int quoted = quoteEnd(text, from);
      // After a verb comes the password or a remark about it: quotes or a digit make it a password.
      boolean verb = Character.isLetter(matcher.group(2).charAt(0));
      if (quoted > 0) {
        to = quoted;
      } else if (verb && matcher.group(3).chars().noneMatch(Character::isDigit)) {
        continue;
      } else if (!verb && matcher.group(1) != null && text.charAt(from - 1) == ' ') {
        to = phraseEnd(text, to);
      }
      spans.value(Sensitive.SECRET, from, to);
    }
  }

  /** Where the quoted text that begins here ends; 0 if none does. */
  private static int quoteEnd(String text, int from) {
    char quote = text.charAt(from - 1);
    int most = "\"'".indexOf(quote) < 0 ? from : Math.min(text.length(), from + LONGEST_PHRASE);
    for (int at = from; at < most && text.charAt(at) != '\n'; at++) {
      if (text.charAt(at) == quote) {
        return text.charAt(at - 1) == '\\' ? at - 1 : at;
      }
    }
    return 0;
  }

  /** The end of a passphrase: that of the line, or of what looks like a sentence. */
  private static int phraseEnd(String text, int from) {
    int end = from;
    int word = end;
    while (word < text.length() && word - from < LONGEST_PHRASE && text.charAt(word) == ' ') {
      int next = word + 1;
      while (next < text.length() && WORD_ENDS.indexOf(text.charAt(next)) < 0) {
        next++;
      }
      if (".!?".indexOf(text.charAt(word - 1)) >= 0 || next == word + 1) {
        break;
      }
      end = next;
      word = next;
    }
    return end;
  }

  private static void privateKeys(Spans spans) {
    String text = spans.text();
    int from = text.indexOf(KEY_BEGINS);
    while (from >= 0) {
      int end = text.indexOf(KEY_ENDS, from);
      int line = end < 0 ? -1 : text.indexOf("-----", end + KEY_ENDS.length());
      int to = line < 0 ? text.length() : line + 5;
      spans.value(Sensitive.SECRET, from, to);
      from = text.indexOf(KEY_BEGINS, to);
    }
  }

  /**
   * Finds long mixtures of upper case, lower case and digits, which nobody writes by hand. With
   * slashes in it, one part must be long, or it is a path.
   */
  private static void mixed(Spans spans) {
    String text = spans.text();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      int part = from;
      int longest = 0;
      int small = 0;
      int capital = 0;
      int digits = 0;
      while (to < text.length() && (Ascii.isBase64(text.charAt(to)) || text.charAt(to) == '=')) {
        char c = text.charAt(to++);
        small += Ascii.isSmall(c) ? 1 : 0;
        capital += Ascii.isCapital(c) ? 1 : 0;
        digits += Ascii.isDigit(c) ? 1 : 0;
        part = c == '/' ? to : part;
        longest = Math.max(longest, to - part);
      }
      if (to - from >= MIXED && longest >= MIXED / 2 && small > 4 && capital > 4 && digits > 2) {
        spans.value(Sensitive.SECRET, from, to);
      }
      from = to + 1;
    }
  }
}
