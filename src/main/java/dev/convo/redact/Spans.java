package dev.convo.redact;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one text that are to be replaced. Where two overlap, the one found first counts. The
 * text may be read in another form than it has; what is found there is replaced in the original.
 */
final class Spans {
  /** A value that was found. */
  record Value(Sensitive kind, String normal) {}

  private record Span(int to, String replacement) {}

  private final String original;
  private final Function<Value, String> pseudonym;
  private final TreeMap<Integer, Span> found = new TreeMap<>();
  private @Nullable Decoded form;

  /**
   * Nothing found yet.
   *
   * @param pseudonym what replaces a value, asked for each that is replaced
   */
  Spans(String text, Function<Value, String> pseudonym) {
    this.original = text;
    this.pseudonym = pseudonym;
  }

  /** Searches the text in this form from now on; null for the original. */
  void read(@Nullable Decoded other) {
    form = other;
  }

  /** The text that is searched. */
  String text() {
    return form == null ? original : form.text();
  }

  /**
   * Replaces a value, unless some of it is replaced already.
   *
   * @param normal the value in the one form that all ways of writing it share
   */
  void value(Sensitive kind, int from, int to, String normal) {
    if (isFree(from, to)) {
      found.put(origin(from), new Span(origin(to), pseudonym.apply(new Value(kind, normal))));
    }
  }

  /** Replaces a part that is free, with a replacement that is known. */
  void part(int from, int to, String replacement) {
    found.put(origin(from), new Span(origin(to), replacement));
  }

  /** Whether nothing of this range is replaced already. */
  boolean isFree(int from, int to) {
    Map.Entry<Integer, Span> before = found.isEmpty() ? null : found.lowerEntry(origin(to));
    return from < to && (before == null || before.getValue().to() <= origin(from));
  }

  private int origin(int at) {
    return form == null ? at : form.origin(at);
  }

  /** The text with all parts replaced; the same object where nothing was found. */
  String applied() {
    if (found.isEmpty()) {
      return original;
    }
    StringBuilder out = new StringBuilder(original.length());
    int at = 0;
    for (Map.Entry<Integer, Span> one : found.entrySet()) {
      out.append(original, at, one.getKey()).append(one.getValue().replacement());
      at = one.getValue().to();
    }
    return out.append(original, at, original.length()).toString();
  }
}
