package dev.convo.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a text to replace, found in any of its forms. Where two overlap, the first found
 * wins.
 */
final class Spans {
  /**
   * A part to replace.
   *
   * @param to its end
   * @param normal the value, in the form that all ways to write it share
   * @param pseudonym what replaces it; null if that follows from kind and value
   */
  record Span(int to, Sensitive kind, String normal, @Nullable String pseudonym) {}

  /** A part of the original that is not replaced yet. */
  record Gap(int from, int to) {}

  /** By where they begin in the original. */
  private final TreeMap<Integer, Span> found = new TreeMap<>();

  private final String original;
  private Decoded form;

  Spans(Decoded plain) {
    this.original = plain.text();
    this.form = plain;
  }

  void read(Decoded other) {
    form = other;
  }

  String text() {
    return form.text();
  }

  Traits traits() {
    return form.traits();
  }

  /** Replaces a value that can be written in one way only. */
  void value(Sensitive kind, int from, int to) {
    if (from < to) {
      value(kind, from, to, text().substring(from, to));
    }
  }

  /** Replaces a value, unless a part of it is already replaced. */
  void value(Sensitive kind, int from, int to, String normal) {
    if (isFree(from, to)) {
      found.put(form.origin(from), new Span(form.origin(to), kind, normal, null));
    }
  }

  /** Replaces a person's name, which must be free. */
  void name(int from, int to, String pseudonym) {
    found.put(form.origin(from), new Span(form.origin(to), Sensitive.NAME, "", pseudonym));
  }

  /** Whether no part of this range is replaced yet. */
  boolean isFree(int from, int to) {
    Map.Entry<Integer, Span> before = found.isEmpty() ? null : found.lowerEntry(form.origin(to));
    return from < to && (before == null || before.getValue().to() <= form.origin(from));
  }

  /** Everything that is not replaced yet, in order. */
  List<Gap> gaps() {
    if (found.isEmpty()) {
      return List.of(new Gap(0, original.length()));
    }
    List<Gap> gaps = new ArrayList<>();
    int at = 0;
    for (Map.Entry<Integer, Span> one : found.entrySet()) {
      gaps.add(new Gap(at, one.getKey()));
      at = one.getValue().to();
    }
    gaps.add(new Gap(at, original.length()));
    return gaps;
  }

  /** Of all kinds that were found, the one searched for first; null if there is none. */
  @Nullable Sensitive firstKind() {
    return found.values().stream().map(Span::kind).min(Comparator.naturalOrder()).orElse(null);
  }

  /** The text with all parts replaced; the same object if there are none. */
  String applied(Function<Span, String> replacement) {
    if (found.isEmpty()) {
      return original;
    }
    StringBuilder out = new StringBuilder(original.length());
    int at = 0;
    for (Map.Entry<Integer, Span> one : found.entrySet()) {
      out.append(original, at, one.getKey()).append(replacement.apply(one.getValue()));
      at = one.getValue().to();
    }
    return out.append(original, at, original.length()).toString();
  }
}
