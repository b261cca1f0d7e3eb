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
      Pattern.compile("(?<![0-9A-Za-z])[+(]{0,2}[0-9](?:[ ()./-]{0,3}[0-9]){6,17}+(?![0-9A-Za-z])");

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

  /** Finds all of them. */
  void find(Spans spans) {
    String text = spans.text();
    if (digits(text) < LEAST_DIGITS) {
      return;
    }
    if (!known.isEmpty()) {
      findKnown(spans);
    }
    if (text.indexOf('+') >= 0 || text.indexOf('\uff0b') >= 0) {
      // With its country a number may be one that the library does not know yet.
      find(spans, UNKNOWN, Leniency.POSSIBLE);
    }
    if (!region.equals(UNKNOWN)) {
      find(spans, region, Leniency.VALID);
    }
  }

  private void findKnown(Spans spans) {
    Matcher matcher = GROUPED.matcher(spans.text());
    while (matcher.find()) {
      String digits = bare(matcher.group());
      known.forEach(
          (national, normal) -> {
            if (digits.endsWith(national)) {
              spans.value(Kind.PHONE, matcher.start(), matcher.end(), normal);
            }
          });
    }
  }

  private static void find(Spans spans, String region, Leniency leniency) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    for (PhoneNumberMatch match : util.findNumbers(spans.text(), region, leniency, MOST_TRIES)) {
      spans.value(Kind.PHONE, match.start(), match.end(), normal(match.number()));
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
