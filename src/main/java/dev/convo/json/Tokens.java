package dev.convo.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.convo.failure.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A JSON text, token by token; every fault is a failure that names the place. */
final class Tokens {
  /** The byte order mark of UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final String INVALID = "not valid JSON";

  /** How many characters of a path a message shows. */
  private static final int SHOWN_PATH = 100;

  /** RFC 8259, section 6. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

  private final StrictText text;
  private final JsonReader reader;

  /**
   * The tokens of a text.
   *
   * @param depth how deep objects and lists may be nested
   */
  Tokens(InputStream body, int depth) {
    this.text = new StrictText(characters(body));
    this.reader = text.parser();
    reader.setNestingLimit(depth);
  }

  /** The text without a byte order mark. */
  private static Reader characters(InputStream body) {
    PushbackInputStream in = new PushbackInputStream(body, MARK.length);
    try {
      byte[] head = in.readNBytes(MARK.length);
      if (!Arrays.equals(head, MARK)) {
        in.unread(head);
      }
    } catch (IOException e) {
      throw Failure.badAnswer("the answer cannot be read");
    }
    // This decoder reports what is not UTF-8.
    return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
  }

  static boolean isNumber(String written) {
    return NUMBER.matcher(written).matches();
  }

  /** Reads something from the parser. */
  private interface Reading<T> {
    T from(JsonReader reader) throws IOException;
  }

  private <T> T read(Reading<T> reading) {
    try {
      return reading.from(reader);
    } catch (IOException | IllegalStateException e) {
      throw fault(e);
    }
  }

  JsonToken peek() {
    JsonToken next = read(JsonReader::peek);
    return next == JsonToken.STRING && text.inLongNumber() ? JsonToken.NUMBER : next;
  }

  boolean atEnd() {
    try {
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (MalformedJsonException more) {
      return false;
    } catch (IOException | IllegalStateException e) {
      throw fault(e);
    }
  }

  boolean hasNext() {
    return read(JsonReader::hasNext);
  }

  /** Passes a bracket or a null. */
  void pass(JsonToken token) {
    read(
        in -> {
          switch (token) {
            case BEGIN_OBJECT -> in.beginObject();
            case END_OBJECT -> in.endObject();
            case BEGIN_ARRAY -> in.beginArray();
            case END_ARRAY -> in.endArray();
            default -> in.nextNull();
          }
          return token;
        });
  }

  String name() {
    if (peek() == JsonToken.NAME && text.inLongNumber()) {
      // A name without quotes, which the parser accepts while it is lenient.
      throw unreadable(INVALID);
    }
    return read(JsonReader::nextName);
  }

  /** A string, or a number as it was written. */
  String string() {
    boolean number = peek() == JsonToken.NUMBER && text.inLongNumber();
    String written = read(JsonReader::nextString);
    if (number && !isNumber(written)) {
      throw unreadable(INVALID);
    }
    return written;
  }

  boolean flag() {
    return read(JsonReader::nextBoolean);
  }

  /** A failure at this place: the answer is valid JSON, but not what was expected. */
  Failure unreadable(String what) {
    String path = reader.getPath();
    if (path.endsWith(".")) { // before an object's first name
      path = path.substring(0, path.length() - 1);
    }
    boolean deep = path.length() > SHOWN_PATH;
    return Failure.badAnswer((deep ? path.substring(0, SHOWN_PATH) + "..." : path) + ": " + what);
  }

  private Failure fault(Exception e) {
    if (e instanceof EOFException) {
      return reader.getPath().equals("$")
          ? Failure.badAnswer("the answer is empty or broken off, not a JSON document")
          : unreadable("the answer breaks off");
    }
    if (e instanceof CharacterCodingException) {
      return Failure.badAnswer("the answer is not valid UTF-8");
    }
    String text = String.valueOf(e.getMessage());
    if (text.contains("Nesting limit")) {
      return unreadable("nested deeper than " + Json.MAX_DEPTH + " levels");
    }
    if (text.contains("Unterminated string")) {
      return unreadable("the answer breaks off");
    }
    return unreadable(
        e instanceof MalformedJsonException || e instanceof IllegalStateException
            ? INVALID
            : "the answer cannot be read");
  }
}
