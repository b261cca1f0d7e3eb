package dev.convo.json;

import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON directly, without a tree. What could drive a terminal is escaped ({@link
 * dev.convo.text.Unprintable}), so that the value survives and the terminal does not see it. The
 * writer has all of it once the outermost value is closed.
 */
public final class JsonOut {
  private static final int SECONDS_A_DAY = 86_400;

  private static final int USUAL_DEPTH = 8;

  /** A line's end, and the blanks that the next one begins with. */
  private static final String LINE = "\n" + "  ".repeat(USUAL_DEPTH);

  private final JsonChars out;
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

  /** A value on one line. */
  public static String line(Value value) {
    return line(out -> out.value(value));
  }

  /** An object on one line, with one member, which is a thing as an object. */
  public static <T> String line(String name, T thing, Members<T> members) {
    return line(out -> out.beginObject().name(name).object(thing, members).endObject());
  }

  private interface Writing {
    void write(JsonOut out) throws IOException;
  }

  private static String line(Writing writing) {
    StringWriter line = new StringWriter();
    try {
      writing.write(compact(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A StringWriter never throws.
    }
    return line.toString();
  }

  public JsonOut beginObject() throws IOException {
    return begin('{');
  }

  public JsonOut endObject() throws IOException {
    return end('}');
  }

  public JsonOut beginList() throws IOException {
    return begin('[');
  }

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
    return colon();
  }

  private JsonOut remoteName(String name) throws IOException {
    place();
    out.string(name);
    return colon();
  }

  private JsonOut colon() throws IOException {
    out.put(pretty ? ": " : ":");
    named = true;
    return this;
  }

  public JsonOut text(@Nullable String text) throws IOException {
    place();
    if (text == null) {
      out.put("null");
    } else {
      out.string(text);
    }
    return written();
  }

  /** What an object holds: the names and values of a thing. */
  public interface Members<T> {
    void write(JsonOut json, T thing) throws IOException;
  }

  /** A thing as an object; or null. */
  public <T> JsonOut object(@Nullable T thing, Members<T> members) throws IOException {
    if (thing == null) {
      return bare("null");
    }
    beginObject();
    members.write(this, thing);
    return endObject();
  }

  /** A list of objects. */
  public <T> JsonOut objects(List<T> things, Members<T> members) throws IOException {
    beginList();
    for (int i = 0; i < things.size(); i++) { // Most lists are empty: not worth an iterator.
      object(things.get(i), members);
    }
    return endList();
  }

  /** A list of texts. */
  public JsonOut texts(List<String> texts) throws IOException {
    beginList();
    for (String text : texts) {
      text(text);
    }
    return endList();
  }

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

  public JsonOut flag(@Nullable Boolean flag) throws IOException {
    return bare(String.valueOf(flag));
  }

  /** A moment as RFC 3339 in UTC with three decimals; null where none, or beyond year 9999. */
  public JsonOut time(@Nullable Instant time) throws IOException {
    if (time == null || time.isBefore(Moment.FIRST) || !time.isBefore(Moment.END)) {
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
    if (value instanceof Value.Text text) {
      return text(text.text());
    }
    if (value instanceof Attributes members) {
      return members(members);
    }
    if (value instanceof Value.Items items) {
      beginList();
      for (Value item : items.values()) {
        value(item);
      }
      return endList();
    }
    return bare(value == Value.None.NONE ? "null" : value.word());
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
      out.put(LINE, 1 + 2 * Math.min(depth, USUAL_DEPTH));
      for (int i = USUAL_DEPTH; i < depth; i++) {
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
