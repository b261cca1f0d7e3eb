package dev.convo.redact;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Account and card numbers, known by their check digits, and internet addresses. */
final class Numbers {
  /** ISO 13616: two letters, two check digits, 11 to 30 characters, in groups or not. */
  private static final Pattern IBAN =
      Pattern.compile(
          "(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}+(?![A-Za-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final int LEAST_OF_IBAN = 15;

  /** Bank and account may contain letters, but not only letters. */
  private static final int LEAST_DIGITS_OF_IBAN = 8;

  /** Digits, in groups or not; ISO/IEC 7812 has 13 to 19 of them in a card's number. */
  private static final Pattern DIGITS =
      Pattern.compile("[0-9](?:[ .\\u00a0\\u2013-]{0,2}[0-9]){12,60}+");

  private static final int LEAST_OF_CARD = 13;
  private static final int MOST_OF_CARD = 19;

  private static final Pattern IP4 =
      Pattern.compile("(?<![0-9A-Za-z.])([0-9]{1,3}\\.){3}[0-9]{1,3}(?!\\.?[0-9A-Za-z])");

  /** Hexadecimal digits and colons; the groups decide whether they are an address. */
  private static final Pattern IP6 =
      Pattern.compile("(?<![0-9A-Za-z.])[0-9A-Fa-f:]{3,39}+(?:\\.[0-9]{1,3}){0,3}+(?![0-9A-Za-z])");

  /** A shorter one with {@code ::} is probably something else. */
  private static final int LEAST_HEX = 4;

  private static final Pattern VERSION =
      Pattern.compile("(?:version|release|\\bv)\\.? ?$", Pattern.CASE_INSENSITIVE);

  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private Numbers() {}

  static void ibans(Spans spans) {
    if (spans.traits().digits() < LEAST_DIGITS_OF_IBAN) {
      return;
    }
    Matcher matcher = IBAN.matcher(spans.text());
    int from = 0;
    while (matcher.find(from)) {
      int end = ibanEnd(matcher.group());
      if (end > 0) {
        String normal = bare(matcher.group().substring(0, end)).toUpperCase(Locale.ROOT);
        spans.value(Sensitive.IBAN, matcher.start(), matcher.start() + end, normal);
      }
      from = end > 0 ? matcher.start() + end : matcher.start() + 4;
    }
  }

  /**
   * The end of the longest valid number: words after it may look like a part of it. 0 if none is
   * valid.
   */
  private static int ibanEnd(String candidate) {
    for (int end = candidate.length(); end > 0; end--) {
      boolean whole =
          end == candidate.length() || !Character.isLetterOrDigit(candidate.charAt(end));
      String bare = bare(candidate.substring(0, end));
      if (bare.length() < LEAST_OF_IBAN) {
        return 0;
      }
      if (whole && isIban(bare.toUpperCase(Locale.ROOT))) {
        return end;
      }
    }
    return 0;
  }

  private static boolean isIban(String bare) {
    StringBuilder digits = new StringBuilder();
    String turned = bare.substring(4) + bare.substring(0, 4);
    for (int i = 0; i < turned.length(); i++) {
      digits.append(Character.digit(turned.charAt(i), 36));
    }
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
  }

  static void cards(Spans spans) {
    if (spans.traits().digits() < LEAST_OF_CARD) {
      return;
    }
    Matcher matcher = DIGITS.matcher(spans.text());
    while (matcher.find()) {
      String run = matcher.group();
      int from = 0;
      while (from < run.length()) {
        int to = isGroupStart(run, from) ? cardEnd(run, from) : 0;
        if (to > 0) {
          String normal = run.substring(from, to).replaceAll("[^0-9]++", "");
          spans.value(Sensitive.CARD, matcher.start() + from, matcher.start() + to, normal);
        }
        from = Math.max(from + 1, to);
      }
    }
  }

  private static boolean isGroupStart(String run, int at) {
    return Ascii.isDigit(run.charAt(at)) && (at == 0 || !Ascii.isDigit(run.charAt(at - 1)));
  }

  /**
   * Where the card number that begins here ends, since an expiry date may follow; 0 if there is
   * none.
   */
  private static int cardEnd(String run, int from) {
    StringBuilder bare = new StringBuilder();
    int end = 0;
    for (int i = from; i < run.length() && bare.length() < MOST_OF_CARD; i++) {
      if (Ascii.isDigit(run.charAt(i))) {
        bare.append(run.charAt(i));
        boolean last = i + 1 == run.length() || !Ascii.isDigit(run.charAt(i + 1));
        // Cards begin with 2 to 6; a moment in milliseconds begins with 1.
        boolean card =
            bare.length() >= LEAST_OF_CARD && bare.charAt(0) >= '2' && bare.charAt(0) <= '6';
        end = end == 0 && last && card && passesLuhn(bare) ? i + 1 : end;
      }
    }
    return end;
  }

  private static boolean passesLuhn(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = digit * 2;
      sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }

  static void addresses(Spans spans) {
    if (spans.traits().digits() >= 4 && spans.traits().dots() >= 3) {
      ip4(spans);
    }
    if (spans.traits().colons() >= 2) {
      Matcher six = IP6.matcher(spans.text());
      while (six.find()) {
        if (isIp6(six.group())) {
          spans.value(Sensitive.IP, six.start(), six.end(), six.group().toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private static void ip4(Spans spans) {
    Matcher four = IP4.matcher(spans.text());
    Matcher version = VERSION.matcher(spans.text());
    while (four.find()) {
      boolean address =
          Stream.of(four.group().split("\\.", -1)).allMatch(one -> Integer.parseInt(one) < 256);
      if (address && !version.region(Math.max(0, four.start() - 12), four.start()).find()) {
        spans.value(Sensitive.IP, four.start(), four.end());
      }
    }
  }

  /** Eight groups of at most four digits, or fewer with one {@code ::}. Times have fewer. */
  private static boolean isIp6(String text) {
    int shortened = text.indexOf("::");
    if (shortened >= 0 && text.indexOf("::", shortened + 1) >= 0) {
      return false;
    }
    long digits = text.chars().filter(c -> c != ':' && c != '.').count();
    if (digits < LEAST_HEX || text.chars().noneMatch(c -> Ascii.isDigit((char) c))) {
      return false; // C++ and the like.
    }
    int groups = 0;
    for (String group : text.split(":", -1)) {
      if (group.length() > 4 && group.indexOf('.') < 0) {
        return false;
      }
      groups += group.isEmpty() ? 0 : group.indexOf('.') < 0 ? 1 : 2;
    }
    boolean letters = text.chars().anyMatch(c -> c >= 'A');
    return shortened < 0 ? groups == 8 : groups >= 2 && groups < 8 && (letters || groups > 3);
  }

  private static String bare(String number) {
    return number.replace(" ", "").replace("-", "");
  }
}
