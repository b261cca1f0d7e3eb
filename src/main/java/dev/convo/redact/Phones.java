package dev.convo.redact;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers in a text: known ones however they are written, and what is written as one. With
 * its country, or with the 0 in its place, that is certain enough; without either, the words before
 * it must say so, or a known number must be of the same country and length. Our own: the table of
 * all countries' numbers would be a tenth of the program, and miss national numbers of an unknown
 * country. A test compares it with that table.
 */
final class Phones {
  /** The shortest and the longest numbers that name one line (ITU-T E.164). */
  private static final int LEAST = 7;

  private static final int MOST = 15;

  /** The shortest and the longest that begin with the 0 before an area. */
  private static final int LEAST_OF_ZERO = 9;

  private static final int MOST_OF_ZERO = 13;

  /**
   * Known numbers of small countries are shorter: found only where no other digits are around them.
   */
  private static final int LEAST_KNOWN = 4;

  /** {@code 05.03.2024}, {@code 2026-03-16}, {@code 38.7223001}, {@code 10.000.000}. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}"
              + "|(?:0|[1-9][0-9]{0,3})\\.[0-9]{3,17}|[1-9][0-9]{0,2}(?:\\.[0-9]{3}){1,5}+)(?![0-9])");

  /** Words that mark the following number as a phone number. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:phone|mobile|\\bcell|\\bcall(?: me)?|\\bring|\\btel|telefon|telefone|tel[eé]fono|t[eé]l[eé]phone|handy|m[oó]vil"
              + "|whatsapp|\\bsms|\\bfax)[a-z]{0,3}\\.?[ a-z:=#]{0,12}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int SAID_BEFORE = 30;

  private static final Pattern NORTH_AMERICAN = Pattern.compile("1?[2-9][0-9]{2}[2-9][0-9]{6}");

  /** The last groups of numbers of North America and of countries that do as it does. */
  private static final Pattern ENDS_IN_SEVEN = Pattern.compile("(?:.+ )?[0-9]{3} [0-9]{4}");

  private static final Pattern PAIRS = Pattern.compile("[0-9]+(?: [0-9]{2}){2,}");

  private final Set<PhoneNumber> known = new LinkedHashSet<>();

  /** Whether a number of somebody who takes part says of which country it is. */
  private final boolean countryKnown;

  /**
   * The numbers of people, and of others in their countries.
   *
   * @param numbers theirs, as the platform wrote them
   */
  Phones(Collection<String> numbers) {
    for (String number : numbers) {
      PhoneNumber one = PhoneNumber.of(number);
      if (one.national().length() >= LEAST_KNOWN) {
        known.add(one);
      }
    }
    countryKnown = known.stream().anyMatch(one -> !one.country().isEmpty());
  }

  /** One way to write a number that is known to be one: with its country if that is known. */
  String normal(String number) {
    PhoneNumber one = PhoneNumber.of(number);
    if (!one.country().isEmpty()) {
      return one.whole();
    }
    for (PhoneNumber other : known) {
      if (other.national().equals(one.national()) || other.whole().equals(one.national())) {
        return other.whole();
      }
    }
    return (known.isEmpty() ? "" : known.iterator().next().country()) + one.national();
  }

  /** Finds the numbers that are certain enough for this place. */
  void find(Spans spans, Texts.Place place) {
    String text = spans.text();
    int at = spans.traits().digits() < LEAST_KNOWN ? text.length() : 0;
    while (at < text.length()) {
      if (!Ascii.isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      DigitGroups run = new DigitGroups(text, at);
      if (run.end() - at >= LEAST_KNOWN) {
        known(spans, run);
        if (place != Texts.Place.NUMBER && !run.isAccount()) {
          unknown(spans, run, place == Texts.Place.ID);
        }
      }
      at = run.end();
    }
  }

  /** Finds known numbers, inside other digits as well, with the country code before them. */
  private void known(Spans spans, DigitGroups run) {
    String digits = known.isEmpty() ? "" : run.spaced(0, run.size() - 1).replace(" ", "");
    for (PhoneNumber one : known) {
      String national = one.national();
      int at = digits.indexOf(national);
      while (at >= 0) {
        int end = at + national.length();
        boolean inside = national.length() >= LEAST;
        if (inside || end == digits.length()) {
          int first = beginning(digits.substring(0, at), one.country());
          int from = run.opened(run.place(first));
          int to = inside || first == 0 ? run.place(end - 1) + 1 : from;
          spans.value(Sensitive.PHONE, from, to, one.whole());
        }
        at = digits.indexOf(national, end);
      }
    }
  }

  private static int beginning(String before, String country) {
    for (String prefix : List.of("00" + country + "0", country + "0", "00" + country, country)) {
      if (!country.isEmpty() && before.endsWith(prefix)) {
        return before.length() - prefix.length();
      }
    }
    return before.length() - (before.endsWith("0") ? 1 : 0);
  }

  /** Finds what is written as a number; of several that begin at one place, the longest. */
  private void unknown(Spans spans, DigitGroups run, boolean onlySigned) {
    String text = spans.text();
    int next;
    for (int first = 0; first < run.size(); first = next) {
      next = first + 1;
      boolean signed = run.isSigned(first);
      if (onlySigned && !signed) {
        continue;
      }
      int from = run.from(first);
      int other = signed ? from : otherEnd(text, from);
      if (other > from) {
        while (next < run.size() && run.from(next) < other) {
          next++;
        }
      } else if (!run.isGlued(first)) {
        int last = last(text, run, first);
        if (last >= first) {
          int start = run.opened(from);
          String written = text.substring(start, run.to(last));
          spans.value(Sensitive.PHONE, start, run.to(last), normal(written));
          next = last + 1;
        }
      }
    }
  }

  /** Where a date, a decimal or the like ends that begins here; the same place for none. */
  private static int otherEnd(String text, int from) {
    Matcher other = OTHER.matcher(text).region(from, text.length());
    return other.lookingAt() ? other.end() : from;
  }

  /** The last group of the longest number that begins with this group; -1 for none. */
  private int last(String text, DigitGroups run, int first) {
    int last = -1;
    int digits = 0;
    for (int i = first; i < run.size() && digits <= MOST + 2; i++) {
      digits += run.to(i) - run.from(i);
      if (digits >= LEAST && !run.isOpenEnded(i) && isNumber(text, run, first, i)) {
        last = i;
      }
    }
    return last;
  }

  private boolean isNumber(String text, DigitGroups run, int first, int last) {
    String groups = run.spaced(first, last);
    String digits = groups.replace(" ", "");
    int length = digits.length();
    if (run.isSigned(first)) {
      return length <= MOST;
    }
    if (digits.startsWith("00")) {
      return isAbroad(digits.substring(2));
    }
    if (digits.startsWith("0")) {
      int least = last > first && countryKnown ? LEAST_OF_ZERO - 1 : LEAST_OF_ZERO;
      return length >= least && length <= MOST_OF_ZERO;
    }
    int from = run.from(first);
    int opened = run.opened(from);
    boolean bracketed = opened < from && text.substring(from, run.to(last)).indexOf(')') > 0;
    return length <= MOST
        && (isNorthAmerican(digits, groups)
            || bracketed && length <= MOST_OF_ZERO
            || countryKnown && isOfCountry(digits, groups)
            || isSaid(text, opened));
  }

  /** Whether these digits, which follow a 00, are a country code and a number. */
  private static boolean isAbroad(String digits) {
    int national = digits.length() - PhoneNumber.codeLength(digits);
    boolean ten = digits.startsWith("1") || digits.startsWith("7");
    return digits.charAt(0) != '0'
        && digits.length() <= MOST
        && (ten ? national == 10 : national >= LEAST_KNOWN);
  }

  /** {@code 415-555-2671}, a 1 before it or not. */
  private boolean isNorthAmerican(String digits, String groups) {
    return NORTH_AMERICAN.matcher(digits).matches()
        && (groups.indexOf(' ') < groups.lastIndexOf(' ') && ENDS_IN_SEVEN.matcher(groups).matches()
            || known.stream().anyMatch(other -> other.country().equals("1")));
  }

  /**
   * In groups as numbers of people are and no others, or of the same length as a known one, and
   * beginning as it does if it is not in groups.
   */
  private boolean isOfCountry(String digits, String groups) {
    boolean grouped = groups.indexOf(' ') > 0;
    return PAIRS.matcher(groups).matches()
        || ENDS_IN_SEVEN.matcher(groups).matches()
        || known.stream()
            .map(PhoneNumber::national)
            .filter(national -> digits.length() == national.length())
            .anyMatch(national -> grouped || digits.charAt(0) == national.charAt(0));
  }

  private static boolean isSaid(String text, int from) {
    return SAID.matcher(text).region(Math.max(0, from - SAID_BEFORE), from).find();
  }
}
