package dev.convo.json;

import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.text.Unprintable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON directly, without a tree. What could drive a terminal is escaped ({@link
 * Unprintable}), so that the value survives and the terminal does not see it. It writes in small
 * pieces: put a buffer behind it.
 */
public final class JsonOut {
  /** RFC 3339 has four digits for a year. */
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private static final int SECONDS_A_DAY = 86_400;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final Writer out;
  private final Values values = new Values();
  private final boolean pretty;
  private int depth;

  /** Whether something was already written at this depth, and a comma is due. */
  private boolean following;

  /** The day written last, as most messages share theirs with the one before. */
  private long day = Long.MIN_VALUE;

  private String date = "";

  /** Whether a name was just written: its value follows on the same line. */
  private boolean named;

  private JsonOut(Writer out, boolean pretty) {
    this.out = out;
    this.pretty = pretty;
  }

  /** Writes everything on one line, without blanks. */
  public static JsonOut compact(Writer out) {
    return new JsonOut(out, false);
  }

  /** Writes a member or element a line, indented by two blanks a level. */
  public static JsonOut pretty(Writer out) {
    return new JsonOut(out, true);
  }

  /** Opens an object. */
  public JsonOut beginObject() throws IOException {
    return begin('{');
  }

  /** Closes the object opened last. */
  public JsonOut endObject() throws IOException {
    return end('}');
  }

  /** Opens a list. */
  public JsonOut beginList() throws IOException {
    return begin('[');
  }

  /** Closes the list opened last. */
  public JsonOut endList() throws IOException {
    return end(']');
  }

  /**
   * Names the member whose value comes next.
   *
   * @param name one of ours: nothing in it is escaped
   */
  public JsonOut name(String name) throws IOException {
    place();
    out.write('"');
    out.write(name);
    out.write('"');
    return named();
  }

  private JsonOut remoteName(String name) throws IOException {
    place();
    string(name);
    return named();
  }

  private JsonOut named() throws IOException {
    out.write(pretty ? ": " : ":");
    named = true;
    return this;
  }

  /** A text, or null. */
  public JsonOut text(@Nullable String text) throws IOException {
    place();
    if (text == null) {
      out.write("null");
    } else {
      string(text);
    }
    return this;
  }

  /** A whole number, or null. */
  public JsonOut number(@Nullable Number number) throws IOException {
    return bare(String.valueOf(number));
  }

  /** A number in these digits, which must be a JSON number; or null. */
  public JsonOut digits(@Nullable String digits) throws IOException {
    return bare(String.valueOf(digits));
  }

  /** A moment as seconds since 1970 with three decimals, for arithmetic; or null. */
  public JsonOut seconds(@Nullable Instant time) throws IOException {
    if (time == null) {
      return bare("null");
    }
    long millis = time.toEpochMilli();
    if (millis < 0) {
      return bare(BigDecimal.valueOf(millis, 3).toPlainString());
    }
    place();
    out.write(Long.toString(millis / 1000));
    out.write('.');
    digits((int) (millis % 1000), 100);
    return this;
  }

  /** True, false or null. */
  public JsonOut flag(@Nullable Boolean flag) throws IOException {
    return bare(String.valueOf(flag));
  }

  /** A moment as RFC 3339 in UTC with three decimals; null where none, or beyond year 9999. */
  public JsonOut time(@Nullable Instant time) throws IOException {
    if (time == null || time.isBefore(YEAR_0) || !time.isBefore(YEAR_10000)) {
      return bare("null");
    }
    place();
    long epochDay = Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
    if (epochDay != day) {
      day = epochDay;
      date = LocalDate.ofEpochDay(epochDay).toString();
    }
    int second = (int) Math.floorMod(time.getEpochSecond(), (long) SECONDS_A_DAY);
    out.write('"');
    out.write(date);
    out.write('T');
    digits(second / 3600, 10);
    out.write(':');
    digits(second / 60 % 60, 10);
    out.write(':');
    digits(second % 60, 10);
    out.write('.');
    digits(time.getNano() / 1_000_000, 100);
    out.write("Z\"");
    return this;
  }

  /** A platform's value, with its JSON type and exact digits. */
  public JsonOut value(Value value) throws IOException {
    return value.fold(values);
  }

  private final class Values implements Value.Fold<JsonOut, IOException> {
    @Override
    public JsonOut text(String text) throws IOException {
      return JsonOut.this.text(text);
    }

    @Override
    public JsonOut numeral(String digits) throws IOException {
      return bare(digits);
    }

    @Override
    public JsonOut flag(boolean on) throws IOException {
      return bare(on ? "true" : "false");
    }

    @Override
    public JsonOut none() throws IOException {
      return bare("null");
    }

    @Override
    public JsonOut items(List<Value> values) throws IOException {
      beginList();
      for (Value item : values) {
        value(item);
      }
      return endList();
    }

    @Override
    public JsonOut members(Attributes members) throws IOException {
      return JsonOut.this.members(members);
    }
  }

  private JsonOut members(Attributes attributes) throws IOException {
    beginObject();
    try {
      attributes.forEach(
          (name, member) -> {
            try {
              remoteName(name).value(member);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return endObject();
  }

  private JsonOut begin(char bracket) throws IOException {
    place();
    out.write(bracket);
    depth++;
    following = false;
    return this;
  }

  private JsonOut end(char bracket) throws IOException {
    depth--;
    if (following) {
      newLine();
    }
    out.write(bracket);
    following = true;
    return this;
  }

  private JsonOut bare(String word) throws IOException {
    place();
    out.write(word);
    return this;
  }

  /** Writes what separates the next value from the one before. */
  private void place() throws IOException {
    if (named) {
      named = false;
    } else if (depth > 0) {
      if (following) {
        out.write(',');
      }
      newLine();
    }
    following = true;
  }

  private void newLine() throws IOException {
    if (pretty) {
      out.write('\n');
      for (int i = 0; i < depth; i++) {
        out.write("  ");
      }
    }
  }

  private void digits(int number, int highest) throws IOException {
    for (int place = highest; place > 0; place /= 10) {
      out.write('0' + number / place % 10);
    }
  }

  private void string(String text) throws IOException {
    out.write('"');
    int from = 0;
    int i = nextEscaped(text, 0);
    while (i < text.length()) {
      out.write(text, from, i - from);
      int codePoint = text.codePointAt(i);
      from = i + Character.charCount(codePoint);
      while (i < from) {
        escape(text.charAt(i++));
      }
      i = nextEscaped(text, from);
    }
    out.write(text, from, text.length() - from);
    out.write('"');
  }

  private static int nextEscaped(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        return i;
      }
      boolean letter = c >= 0x20 && c < 0x7F || c > 0x9F && c < 0x034F && c != 0xAD;
      if (letter) {
        i++;
      } else {
        int codePoint = text.codePointAt(i);
        if (Unprintable.contains(codePoint)) {
          return i;
        }
        i += Character.charCount(codePoint);
      }
    }
    return i;
  }

  private void escape(char c) throws IOException {
    out.write('\\');
    switch (c) {
      case '"', '\\' -> out.write(c);
      case '\n' -> out.write('n');
      case '\r' -> out.write('r');
      case '\t' -> out.write('t');
      default -> {
        out.write('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.write(HEX[c >> shift & 0xF]);
        }
      }
    }
  }
}
