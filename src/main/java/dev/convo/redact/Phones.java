package dev.convo.redact;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers in a text: known ones however they are written, and whatever is written like one. A
 * country code, or a 0 in its place, is certain enough; without either, the words before it must
 * announce a phone number, or a known number must have the same country and length. A library with
 * the numbers of all countries would be a tenth of the program, and miss national numbers of an
 * unknown country; a test compares both.
 */
final class Phones {
  /** The length of a whole number (ITU-T E.164). */
  private static final int LEAST = 7;

  private static final int MOST = 15;

  /** The length of a number that begins with the 0 of an area code. */
  private static final int LEAST_OF_ZERO = 9;

  private static final int MOST_OF_ZERO = 13;

  /**
   * A known number may be this short, if no other digits are next to it: small countries have such.
   */
  private static final int LEAST_KNOWN = 4;

  /** {@code 05.03.2024}, {@code 2026-03-16}, {@code 38.7223001}, {@code 10.000.000}. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}"
              + "|(?:0|[1-9][0-9]{0,3})\\.[0-9]{3,17}|[1-9][0-9]{0,2}(?:\\.[0-9]{3}){1,5}+)(?![0-9])");

  /** Words that announce a phone number. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:phone|mobile|\\bcell|\\bcall(?: me)?|\\bring|\\btel|telefon|telefone|tel[eé]fono|t[eé]l[eé]phone|handy|m[oó]vil"
              + "|whatsapp|\\bsms|\\bfax)[a-z]{0,3}\\.?[ a-z:=#]{0,12}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int SAID_BEFORE = 30;

  private static final Pattern NORTH_AMERICAN = Pattern.compile("1?[2-9][0-9]{2}[2-9][0-9]{6}");

  /** The last groups of a number in North America, and wherever numbers are written like that. */
  private static final Pattern ENDS_IN_SEVEN = Pattern.compile("(?:.+ )?[0-9]{3} [0-9]{4}");

  private static final Pattern PAIRS = Pattern.compile("[0-9]+(?: [0-9]{2}){2,}");

  private final Set<PhoneNumber> known = new LinkedHashSet<>();

  /** Whether the number of somebody in the conversation tells a country. */
  private final boolean countryKnown;

  /** Finds these numbers, written as platforms do, and others in their countries. */
  Phones(Collection<String> numbers) {
    for (String number : numbers) {
      PhoneNumber one = PhoneNumber.of(number);
      if (one.national().length() >= LEAST_KNOWN) {
        known.add(one);
      }
    }
    countryKnown = known.stream().anyMatch(one -> !one.country().isEmpty());
  }

  /**
   * The form of a phone number that all ways to write it share: with its country code, if that is
   * known.
   */
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

  /** Finds whatever is certain enough at this place. */
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

  /** Finds known numbers, even inside other digits, with the country code before them. */
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

  /** Finds what is written like a number; the longest of several that begin at one place. */
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

  /** Where the date, decimal or the like that begins here ends; the same place if there is none. */
  private static int otherEnd(String text, int from) {
    Matcher other = OTHER.matcher(text).region(from, text.length());
    return other.lookingAt() ? other.end() : from;
  }

  /** The last group of the longest number that begins with this group; -1 if there is none. */
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

  /** Whether these digits after a 00 are a country code and a number. */
  private static boolean isAbroad(String digits) {
    int national = digits.length() - PhoneNumber.codeLength(digits);
    boolean ten = digits.startsWith("1") || digits.startsWith("7");
    return digits.charAt(0) != '0'
        && digits.length() <= MOST
        && (ten ? national == 10 : national >= LEAST_KNOWN);
  }

  /** {@code 415-555-2671}, with or without a 1 before it. */
  private boolean isNorthAmerican(String digits, String groups) {
    return NORTH_AMERICAN.matcher(digits).matches()
        && (groups.indexOf(' ') < groups.lastIndexOf(' ') && ENDS_IN_SEVEN.matcher(groups).matches()
            || known.stream().anyMatch(other -> other.country().equals("1")));
  }

  /**
   * Grouped as only phone numbers are, or as long as a known one; without groups, it must begin
   * with the same digit.
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
