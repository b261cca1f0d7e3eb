package dev.convo.json;

import com.google.gson.stream.MalformedJsonException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * JSON's characters on their way to the parser, which is not strict enough where it lets lone
 * surrogates pass: it would also take {@code TRUE}, {@code \'} and a bare control character inside
 * a string (RFC 8259, sections 3 and 7). What stands before such a character is handed over first,
 * so that the parser knows where it is when reading fails.
 */
final class StrictText extends FilterReader {
  private boolean inString;
  private boolean escaped;
  private char last;
  private boolean broken;

  StrictText(Reader in) {
    super(in);
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
    for (int i = offset; i < offset + count; i++) {
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

  private boolean allows(char next) {
    char before = last;
    last = next;
    if (!inString) {
      inString = next == '"';
      // Of capital letters there is one: the exponent's, behind a digit.
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
