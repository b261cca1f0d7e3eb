package dev.convo.redact;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one text that are to be replaced. Where two overlap, the one found first wins. The
 * text may be read in another form than it has; what is found there is replaced in the original.
 */
final class Spans {
  /**
   * A part that is to be replaced.
   *
   * @param to its end
   * @param normal the value in the one form that all ways of writing it share
   * @param pseudonym what replaces it; null if that follows from kind and value
   */
  record Span(int to, Sensitive kind, String normal, @Nullable String pseudonym) {}

  /** By where they begin. */
  private final TreeMap<Integer, Span> found = new TreeMap<>();

  private final String original;
  private Decoded form;

  /** Nothing found yet in a text, given as it is. */
  Spans(Decoded plain) {
    this.original = plain.text();
    this.form = plain;
  }

  /** Searches the text in this form from now on. */
  void read(Decoded other) {
    form = other;
  }

  /** The text that is searched. */
  String text() {
    return form.text();
  }

  Traits traits() {
    return form.traits();
  }

  /** Replaces a value that is written in one way only. */
  void value(Sensitive kind, int from, int to) {
    if (from < to) {
      value(kind, from, to, text().substring(from, to));
    }
  }

  /** Replaces a value, unless some of it is replaced already. */
  void value(Sensitive kind, int from, int to, String normal) {
    if (isFree(from, to)) {
      found.put(form.origin(from), new Span(form.origin(to), kind, normal, null));
    }
  }

  /** Replaces a person's name, of which every letter is free. */
  void name(int from, int to, String pseudonym) {
    found.put(form.origin(from), new Span(form.origin(to), Sensitive.NAME, "", pseudonym));
  }

  /** Whether nothing of this range is replaced already. */
  boolean isFree(int from, int to) {
    Map.Entry<Integer, Span> before = found.isEmpty() ? null : found.lowerEntry(form.origin(to));
    return from < to && (before == null || before.getValue().to() <= form.origin(from));
  }

  /** The kind that is looked for before all others that were found; null where nothing was. */
  @Nullable Sensitive firstKind() {
    return found.values().stream().map(Span::kind).min(Comparator.naturalOrder()).orElse(null);
  }

  /** The text with all parts replaced; the same object where nothing was found. */
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
