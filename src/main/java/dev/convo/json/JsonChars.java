package dev.convo.json;

import dev.convo.text.Unprintable;
import java.io.IOException;
import java.io.Writer;

/** Collects the characters of a JSON text, to write them in larger pieces. */
final class JsonChars {
  private static final int SIZE = 1024;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final Writer out;
  private final char[] buffer = new char[SIZE];
  private int used;

  JsonChars(Writer out) {
    this.out = out;
  }

  /** Writes everything that was put here. */
  void drain() throws IOException {
    int full = used;
    used = 0;
    out.write(buffer, 0, full);
  }

  void put(int c) throws IOException {
    if (used == SIZE) {
      drain();
    }
    buffer[used++] = (char) c;
  }

  void put(String text) throws IOException {
    put(text, text.length());
  }

  /** Puts the beginning of a text. */
  void put(String text, int length) throws IOException {
    if (length > SIZE - used) {
      drain();
    }
    if (length > SIZE) {
      out.write(text, 0, length);
    } else {
      text.getChars(0, length, buffer, used);
      used += length;
    }
  }

  /** Puts a text in quotes, escaping what JSON requires and what could drive a terminal. */
  void string(String text) throws IOException {
    put('"');
    int from = 0;
    while (from < text.length()) {
      if (used > SIZE - 2) {
        drain();
      }
      // Copied first: an array is faster to read than a string.
      int end = Math.min(text.length(), from + SIZE - used);
      text.getChars(from, end, buffer, used);
      int plain = plain(used, used + end - from);
      from += plain - used;
      used = plain;
      if (from < end) {
        from = escaped(text, from);
      }
    }
    put('"');
  }

  /** Where the characters end that need no escape; as does half of a surrogate pair. */
  private int plain(int from, int end) {
    int i = from;
    while (i < end) {
      char c = buffer[i];
      if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\' || c > 0x9F && c < 0x034F && c != 0xAD) {
        i++;
      } else if (c == '"' || c == '\\') {
        return i;
      } else {
        int codePoint = Character.codePointAt(buffer, i, end);
        if (Unprintable.contains(codePoint)) {
          return i;
        }
        i += Character.charCount(codePoint);
      }
    }
    return i;
  }

  /**
   * Puts the code point at an index, escaped unless it is a whole pair, and returns the index
   * behind it.
   */
  private int escaped(String text, int at) throws IOException {
    int codePoint = text.codePointAt(at);
    int end = at + Character.charCount(codePoint);
    boolean escapes = codePoint == '"' || codePoint == '\\' || Unprintable.contains(codePoint);
    for (int i = at; i < end; i++) {
      if (escapes) {
        escape(text.charAt(i));
      } else {
        put(text.charAt(i));
      }
    }
    return end;
  }

  private void escape(char c) throws IOException {
    put('\\');
    switch (c) {
      case '"', '\\' -> put(c);
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      default -> {
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          put(HEX[c >> shift & 0xF]);
        }
      }
    }
  }
}
