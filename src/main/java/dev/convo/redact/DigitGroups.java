package dev.convo.redact;

import java.util.ArrayList;
import java.util.List;

/** Groups of digits that follow each other closely, as in a phone number. */
final class DigitGroups {
  /** Characters allowed between two groups of one number. */
  private static final String BETWEEN = " ()./-\u00a0\u2010\u2011\u2013";

  private static final int GAP = 3;

  private record Group(int from, int to) {}

  private final String text;
  private final List<Group> groups = new ArrayList<>();

  /** The groups from this digit of a text on. */
  DigitGroups(String text, int start) {
    this.text = text;
    int at = start;
    while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
      int to = at;
      while (to < text.length() && Ascii.isDigit(text.charAt(to))) {
        to++;
      }
      groups.add(new Group(at, to));
      at = to;
      while (at < text.length() && at - to < GAP && BETWEEN.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
  }

  int size() {
    return groups.size();
  }

  int from(int group) {
    return groups.get(group).from();
  }

  int to(int group) {
    return groups.get(group).to();
  }

  int end() {
    return to(size() - 1);
  }

  /** The groups from the first to the last, with blanks between them. */
  String spaced(int first, int last) {
    StringBuilder spaced = new StringBuilder().append(text, from(first), to(first));
    for (int i = first + 1; i <= last; i++) {
      spaced.append(' ').append(text, from(i), to(i));
    }
    return spaced.toString();
  }

  /** The place in the text of the digit with this index. */
  int place(int digit) {
    int before = digit;
    for (Group group : groups) {
      int length = group.to() - group.from();
      if (before < length) {
        return group.from() + before;
      }
      before -= length;
    }
    throw new IndexOutOfBoundsException(digit);
  }

  /** The start of a number that begins with this digit, including a + or an opening bracket. */
  int opened(int digit) {
    int at = digit;
    while (at > 0 && "+(".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  boolean isSigned(int group) {
    return text.substring(opened(from(group)), from(group)).indexOf('+') >= 0;
  }

  /** Whether a group continues a word: {@code FF-20817}. */
  boolean isGlued(int group) {
    int at = from(group);
    if (at > 0 && "-_/#".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /** Whether letters follow a group directly. */
  boolean isOpenEnded(int group) {
    return to(group) < text.length() && Character.isLetterOrDigit(text.charAt(to(group)));
  }

  /** Whether they begin like an account number, {@code DE89 3704 ...}, valid or not. */
  boolean isAccount() {
    int from = from(0);
    return to(0) - from == 2
        && from >= 2
        && Character.isUpperCase(text.charAt(from - 1))
        && Character.isUpperCase(text.charAt(from - 2));
  }
}
