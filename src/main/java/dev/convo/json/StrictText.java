package dev.convo.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Checks JSON's characters before the parser: its only mode that accepts lone surrogates also
 * accepts {@code TRUE}, {@code \'} and control characters in strings (RFC 8259, sections 3 and 7).
 * What comes before a wrong character is passed on first, so that the parser knows the place when
 * reading fails.
 *
 * <p>In one case the parser is too strict: it rejects a number that fills its buffer ({@code
 * peekNumber} in Gson 2.15's {@code JsonReader}). While such a number is read, the parser is
 * lenient and takes it for a word without quotes; {@link Tokens} checks that it is a number.
 */
final class StrictText extends FilterReader {
  /** The size of the parser's buffer, in characters. */
  private static final int BUFFER = 1024;

  private boolean inString;
  private boolean escaped;
  private char last;
  private boolean broken;
  private @Nullable JsonReader parser;
  private int numberLength;

  StrictText(Reader in) {
    super(in);
  }

  /** A parser that reads this text. */
  JsonReader parser() {
    JsonReader reader = new JsonReader(this);
    reader.setStrictness(Strictness.LEGACY_STRICT);
    parser = reader;
    return reader;
  }

  /** Whether all of the parser's buffer is part of a number that goes on. */
  boolean inLongNumber() {
    return numberLength >= BUFFER;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (broken) {
      throw new MalformedJsonException("not valid JSON");
    }
    int count = super.read(target, offset, length);
    int end = offset + count;
    for (int i = afterPlain(target, offset, end); i < end; i = afterPlain(target, i + 1, end)) {
      if (!allows(target[i])) {
        broken = true;
        if (i == offset) {
          throw new MalformedJsonException("not valid JSON");
        }
        return i - offset;
      }
    }
    return count;
  }

  /** Where the plain characters of a string end: a fast path, as they are most of a body. */
  private int afterPlain(char[] target, int from, int end) {
    int i = from;
    if (inString && !escaped) {
      while (i < end && target[i] >= ' ' && target[i] != '"' && target[i] != '\\') {
        i++;
      }
    }
    return i;
  }

  private void measure(char next) {
    boolean longBefore = inLongNumber();
    numberLength = isOfNumber(next) ? numberLength + 1 : 0;
    if (parser != null && longBefore != inLongNumber()) {
      parser.setStrictness(inLongNumber() ? Strictness.LENIENT : Strictness.LEGACY_STRICT);
    }
  }

  private static boolean isOfNumber(char c) {
    return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }

  private boolean allows(char next) {
    char before = last;
    last = next;
    if (!inString) {
      measure(next);
      inString = next == '"';
      // The only capital letter is the exponent's, after a digit.
      return next < 'A' || next > 'Z' || next == 'E' && before >= '0' && before <= '9';
    }
    if (escaped) {
      escaped = false;
      return next >= ' ' && next != '\'';
    }
    escaped = next == '\\';
    inString = next != '"';
    return next >= ' ';
  }
}
