package dev.convo.redact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers in a text: international ones, those of one country as people write them there, and
 * those that are known, however they are written. Only home of libphonenumber, which is loaded with
 * the first text that has digits enough.
 */
final class Phones {
  /** The library's word for no country. */
  private static final String UNKNOWN = "ZZ";

  /** The shortest numbers of any country that name one line. */
  private static final int LEAST_DIGITS = 7;

  /** Candidates that turn out to be none, in one text: a text of numbers alone must end, too. */
  private static final long MOST_TRIES = 10_000;

  /** Digits as people group them. */
  private static final Pattern GROUPED =
      Pattern.compile(
          "(?<![0-9A-Za-z])[+\\uff0b(]{0,2}[0-9](?:[ ()./-]{0,3}[0-9]){6,17}+(?![0-9A-Za-z])");

  /** {@code 05.03.2024}, {@code 2026-03-16}, {@code 38.7223001}. */
  private static final Pattern DATE =
      Pattern.compile(
          "[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}"
              + "|[0-9]{1,4}\\.[0-9]{3,17}");

  /** International numbers only. */
  static final Phones NOWHERE = new Phones(UNKNOWN, Map.of());

  private final String region;

  /** By the number without its country. */
  private final Map<String, String> known;

  private Phones(String region, Map<String, String> known) {
    this.region = region;
    this.known = known;
  }

  /**
   * Phones of people who write their number without its country when they write to us.
   *
   * @param numbers the known ones; the first with its country tells where people are
   */
  static Phones near(Collection<String> numbers) {
    String region = UNKNOWN;
    Map<String, String> known = new LinkedHashMap<>();
    for (String number : numbers) {
      try {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        PhoneNumber parsed = util.parse(number, region);
        known.put(String.valueOf(parsed.getNationalNumber()), normal(parsed));
        String found = util.getRegionCodeForCountryCode(parsed.getCountryCode());
        region = region.equals(UNKNOWN) ? found : region;
      } catch (NumberParseException e) {
        // Without its country, or no number at all.
      }
    }
    known.keySet().removeIf(digits -> digits.length() < LEAST_DIGITS);
    return new Phones(region, known);
  }

  /**
   * Finds all of them. The library looks only at what has digits enough: its search costs a hundred
   * times as much as ours.
   *
   * @param any false for known ones only
   */
  void find(Spans spans, boolean any) {
    if (digits(spans.text()) < LEAST_DIGITS) {
      return;
    }
    Matcher matcher = GROUPED.matcher(spans.text());
    while (matcher.find()) {
      String candidate = matcher.group();
      String digits = bare(candidate);
      String same = null;
      for (Map.Entry<String, String> one : known.entrySet()) {
        same = digits.endsWith(one.getKey()) ? one.getValue() : same;
      }
      if (same != null) {
        spans.value(Sensitive.PHONE, matcher.start(), matcher.end(), same);
      } else if (any && !DATE.matcher(candidate).matches()) {
        look(spans, matcher.start(), candidate);
      }
    }
  }

  /** With its country a number may be one that the library does not know yet. */
  private void look(Spans spans, int start, String candidate) {
    boolean international = candidate.startsWith("+") || candidate.startsWith("(+");
    if (!international && region.equals(UNKNOWN)) {
      return;
    }
    Leniency leniency = international ? Leniency.POSSIBLE : Leniency.VALID;
    for (PhoneNumberMatch match :
        PhoneNumberUtil.getInstance().findNumbers(candidate, region, leniency, MOST_TRIES)) {
      spans.value(
          Sensitive.PHONE, start + match.start(), start + match.end(), normal(match.number()));
    }
  }

  /** One way to write a number that is known to be one: with its country if that is known. */
  String normal(String number) {
    try {
      return normal(PhoneNumberUtil.getInstance().parse(number, region));
    } catch (NumberParseException e) {
      return bare(number);
    }
  }

  private static String normal(PhoneNumber number) {
    return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
  }

  private static String bare(String number) {
    return number.replaceAll("[^0-9]++", "");
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
