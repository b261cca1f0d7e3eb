package dev.convo.redact;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The parts of one text that are to be replaced. Where two overlap, the one found first counts. */
final class Spans {
  /** A value that was found. */
  record Value(Sensitive kind, String normal) {}

  private record Span(int to, String replacement) {}

  private final String text;
  private final Function<Value, String> pseudonym;
  private final TreeMap<Integer, Span> found = new TreeMap<>();

  /**
   * Nothing found yet.
   *
   * @param pseudonym what replaces a value, asked for each that is replaced
   */
  Spans(String text, Function<Value, String> pseudonym) {
    this.text = text;
    this.pseudonym = pseudonym;
  }

  /** The text that is searched. */
  String text() {
    return text;
  }

  /**
   * Replaces a value, unless some of it is replaced already.
   *
   * @param normal the value in the one form that all ways of writing it share
   */
  void value(Sensitive kind, int from, int to, String normal) {
    if (isFree(from, to)) {
      found.put(from, new Span(to, pseudonym.apply(new Value(kind, normal))));
    }
  }

  /** Replaces a part that is free, with a replacement that is known. */
  void part(int from, int to, String replacement) {
    found.put(from, new Span(to, replacement));
  }

  /** Whether nothing of this range is replaced already. */
  boolean isFree(int from, int to) {
    Map.Entry<Integer, Span> before = found.lowerEntry(to);
    return from < to && (before == null || before.getValue().to() <= from);
  }

  /** The text with all parts replaced; the same object where nothing was found. */
  String applied() {
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Map.Entry<Integer, Span> one : found.entrySet()) {
      out.append(text, at, one.getKey()).append(one.getValue().replacement());
      at = one.getValue().to();
    }
    return out.append(text, at, text.length()).toString();
  }
}
