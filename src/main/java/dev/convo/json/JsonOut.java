package dev.convo.json;

import dev.convo.model.Attributes;
import dev.convo.model.Value;
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
 * dev.convo.text.Unprintable}), so that the value survives and the terminal does not see it. All of
 * it has reached the writer once the outermost value is whole.
 */
public final class JsonOut {
  /** RFC 3339 has four digits for a year. */
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private static final int SECONDS_A_DAY = 86_400;

  private final JsonChars out;
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
    this.out = new JsonChars(out);
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
    out.put('"');
    out.put(name);
    out.put('"');
    return named();
  }

  private JsonOut remoteName(String name) throws IOException {
    place();
    out.string(name);
    return named();
  }

  private JsonOut named() throws IOException {
    out.put(pretty ? ": " : ":");
    named = true;
    return this;
  }

  /** A text, or null. */
  public JsonOut text(@Nullable String text) throws IOException {
    place();
    if (text == null) {
      out.put("null");
    } else {
      out.string(text);
    }
    return written();
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
    out.put(Long.toString(millis / 1000));
    out.put('.');
    digits((int) (millis % 1000), 100);
    return written();
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
    out.put('"');
    out.put(date);
    out.put('T');
    digits(second / 3600, 10);
    out.put(':');
    digits(second / 60 % 60, 10);
    out.put(':');
    digits(second % 60, 10);
    out.put('.');
    digits(time.getNano() / 1_000_000, 100);
    out.put("Z\"");
    return written();
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
    out.put(bracket);
    depth++;
    following = false;
    return this;
  }

  private JsonOut end(char bracket) throws IOException {
    depth--;
    if (following) {
      newLine();
    }
    out.put(bracket);
    following = true;
    return written();
  }

  private JsonOut bare(String word) throws IOException {
    place();
    out.put(word);
    return written();
  }

  private JsonOut written() throws IOException {
    if (depth == 0) {
      out.drain();
    }
    return this;
  }

  /** Writes what separates the next value from the one before. */
  private void place() throws IOException {
    if (named) {
      named = false;
    } else if (depth > 0) {
      if (following) {
        out.put(',');
      }
      newLine();
    }
    following = true;
  }

  private void newLine() throws IOException {
    if (pretty) {
      out.put('\n');
      for (int i = 0; i < depth; i++) {
        out.put("  ");
      }
    }
  }

  private void digits(int number, int highest) throws IOException {
    for (int place = highest; place > 0; place /= 10) {
      out.put('0' + number / place % 10);
    }
  }
}
