package dev.convo.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers in a text: known ones however they are written, and what is written as one. With
 * its country, or with the 0 that stands for it, that is certain enough; without either, what is
 * around it must say so, or a known number must be of the same country and length. Our own: the
 * table of all countries' numbers would be a tenth of the program, and say no more where it counts.
 * A test holds it against that table.
 */
final class Phones {
  /** The shortest and the longest numbers that name one line (ITU-T E.164). */
  private static final int LEAST = 7;

  private static final int MOST = 15;

  /** The shortest and the longest that begin with the 0 before an area. */
  private static final int LEAST_OF_ZERO = 9;

  private static final int MOST_OF_ZERO = 13;

  /**
   * Known numbers of small countries are shorter; they are found only where they are the whole
   * text.
   */
  private static final int LEAST_KNOWN = 4;

  /** The characters between two groups of digits. */
  private static final String BETWEEN = " ()./-\u00a0\u2010\u2011\u2013";

  private static final int GAP = 3;

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

  /** Knows no numbers. */
  static final Phones NONE = new Phones(List.of());

  /** How certain a number has to be. */
  enum Least {
    /** A number of somebody who takes part. */
    KNOWN,
    /** A known number, or one behind a plus, as in ids. */
    SIGNED,
    /** Also a number that is written like one. */
    LIKELY
  }

  private record Group(int from, int to) {}

  private final Set<PhoneNumber> known = new LinkedHashSet<>();

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
    String country = known.isEmpty() ? "" : known.iterator().next().country();
    return country + one.national();
  }

  /** Finds all numbers that are at least this certain. */
  void find(Spans spans, Least least) {
    String text = spans.text();
    int at = 0;
    while (at < text.length()) {
      if (!PhoneNumber.isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      List<Group> run = run(text, at);
      int end = run.get(run.size() - 1).to();
      if (end - at >= LEAST_KNOWN) {
        known(spans, run);
        if (least != Least.KNOWN && !isAccount(text, run.get(0))) {
          unknown(spans, run, least == Least.SIGNED);
        }
      }
      at = end;
    }
  }

  /** Whether it begins as an account number does, {@code DE89 3704 ...}, even one that is wrong. */
  private static boolean isAccount(String text, Group first) {
    int from = first.from();
    return first.to() - from == 2
        && from >= 2
        && Character.isUpperCase(text.charAt(from - 1))
        && Character.isUpperCase(text.charAt(from - 2));
  }

  /** Groups of digits that follow one another closely. */
  private static List<Group> run(String text, int start) {
    List<Group> run = new ArrayList<>();
    int at = start;
    while (at < text.length() && PhoneNumber.isDigit(text.charAt(at))) {
      int to = at;
      while (to < text.length() && PhoneNumber.isDigit(text.charAt(to))) {
        to++;
      }
      run.add(new Group(at, to));
      at = to;
      while (at < text.length() && at - to < GAP && BETWEEN.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    return run;
  }

  /** Known numbers are found within any others, with what stands before them for the country. */
  private void known(Spans spans, List<Group> run) {
    if (known.isEmpty()) {
      return;
    }
    StringBuilder digits = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (Group group : run) {
      for (int i = group.from(); i < group.to(); i++) {
        digits.append(spans.text().charAt(i));
        places.add(i);
      }
    }
    for (PhoneNumber one : known) {
      boolean inside = one.national().length() >= LEAST;
      int at = digits.indexOf(one.national());
      while (at >= 0 && (inside || at + one.national().length() == digits.length())) {
        int first = beginning(digits, at, one.country());
        int end = at + one.national().length();
        int to = places.get(end - 1) + 1;
        if (inside || first == 0) {
          spans.value(Sensitive.PHONE, opened(spans.text(), places.get(first)), to, one.whole());
        }
        at = digits.indexOf(one.national(), end);
      }
    }
  }

  private static int beginning(CharSequence digits, int at, String country) {
    String before = digits.subSequence(0, at).toString();
    for (String prefix : List.of("00" + country + "0", country + "0", "00" + country, country)) {
      if (!country.isEmpty() && before.endsWith(prefix)) {
        return at - prefix.length();
      }
    }
    return before.endsWith("0") ? at - 1 : at;
  }

  /** The start of a number, with its opening signs. */
  private static int opened(String text, int from) {
    int at = from;
    while (at > 0 && "+(".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private void unknown(Spans spans, List<Group> run, boolean signed) {
    String text = spans.text();
    Matcher other = OTHER.matcher(text);
    int first = 0;
    while (first < run.size()) {
      int from = run.get(first).from();
      int last = -1;
      if (signed && !isSigned(text, from)) {
        last = first;
      } else if (other.region(from, text.length()).lookingAt() && !isSigned(text, from)) {
        while (last < 0 || last + 1 < run.size() && run.get(last + 1).from() < other.end()) {
          last = Math.max(last, first - 1) + 1;
        }
      } else if (!isGlued(text, from)) {
        last = last(text, run, first);
        if (last >= 0) {
          int start = opened(text, from);
          int to = run.get(last).to();
          spans.value(Sensitive.PHONE, start, to, normal(text.substring(start, to)));
        }
      }
      first = Math.max(first, last) + 1;
    }
  }

  private static boolean isSigned(String text, int from) {
    return text.substring(opened(text, from), from).indexOf('+') >= 0;
  }

  /** Whether these digits continue a word: {@code FF-20817}. */
  private static boolean isGlued(String text, int from) {
    int at = from;
    if (at > 0 && "-_/#".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /** The last group of the longest number that begins with this group; -1 for none. */
  private int last(String text, List<Group> run, int first) {
    int last = -1;
    int digits = 0;
    for (int i = first; i < run.size() && digits <= MOST + 2; i++) {
      digits += run.get(i).to() - run.get(i).from();
      int to = run.get(i).to();
      boolean ends = to == text.length() || !Character.isLetterOrDigit(text.charAt(to));
      if (ends && digits >= LEAST && isNumber(text, run.subList(first, i + 1))) {
        last = i;
      }
    }
    return last;
  }

  private boolean isNumber(String text, List<Group> groups) {
    int from = groups.get(0).from();
    String written = text.substring(from, groups.get(groups.size() - 1).to());
    String digits = PhoneNumber.digits(written);
    int opened = opened(text, from);
    if (isSigned(text, from)) {
      return digits.length() <= MOST;
    }
    if (digits.startsWith("00")) {
      return isAbroad(digits.substring(2));
    }
    if (digits.startsWith("0")) {
      int least = groups.size() > 1 && isCountryKnown() ? LEAST_OF_ZERO - 1 : LEAST_OF_ZERO;
      return digits.length() >= least && digits.length() <= MOST_OF_ZERO;
    }
    return digits.length() <= MOST
        && (isNorthAmerican(digits, groups)
            || opened < from && digits.length() <= MOST_OF_ZERO && written.indexOf(')') > 0
            || isCountryKnown() && isOfCountry(digits, groups)
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

  private boolean isCountryKnown() {
    return known.stream().anyMatch(one -> !one.country().isEmpty());
  }

  /** {@code 415-555-2671}, a 1 before it or not. */
  private boolean isNorthAmerican(String digits, List<Group> groups) {
    int one = digits.length() == 11 && digits.startsWith("1") ? 1 : 0;
    if (digits.length() - one != 10 || digits.charAt(one) < '2' || digits.charAt(one + 3) < '2') {
      return false;
    }
    int size = groups.size();
    boolean grouped = size >= 3 && length(groups, size - 1) == 4 && length(groups, size - 2) == 3;
    return grouped || known.stream().anyMatch(other -> other.country().equals("1"));
  }

  private static int length(List<Group> groups, int index) {
    return groups.get(index).to() - groups.get(index).from();
  }

  /**
   * In groups as numbers of people are and no others, or of the same length as a known one, and
   * beginning as it does if it is not in groups.
   */
  private boolean isOfCountry(String digits, List<Group> groups) {
    int size = groups.size();
    boolean pairs = size > 2;
    for (int i = 1; i < size; i++) {
      pairs &= length(groups, i) == 2;
    }
    if (pairs || size > 1 && length(groups, size - 1) == 4 && length(groups, size - 2) == 3) {
      return true;
    }
    return known.stream()
        .filter(one -> digits.length() == one.national().length())
        .anyMatch(one -> size > 1 || digits.charAt(0) == one.national().charAt(0));
  }

  private static boolean isSaid(String text, int from) {
    int word = from;
    while (word > 0 && word > from - SAID_BEFORE && !Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    return word > 0
        && Character.isLetter(text.charAt(word - 1))
        && SAID.matcher(text).region(Math.max(0, from - SAID_BEFORE), from).find();
  }
}
