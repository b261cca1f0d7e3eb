package dev.convo.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body, read as it arrives. Strict: one document, UTF-8, at most {@value #MAX_DEPTH} levels
 * deep. It knows where it is ({@code $.messages[3].created_at}) and says so in every failure.
 */
public final class Json {
  /** How many objects and lists may lie inside one another. */
  public static final int MAX_DEPTH = 100;

  /** How much deeper an answer lies in what convo makes of it. */
  private static final int OWN_DEPTH = 8;

  /** Longer words, and words beyond this many, are not worth sharing. */
  private static final int SHARED_WORDS = 1024;

  private static final int SHARED_LENGTH = 64;

  /** The byte order mark of UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final String INVALID = "not valid JSON";

  /** Characters of a path that a message shows. */
  private static final int SHOWN_PATH = 100;

  /** RFC 8259, section 6. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

  private final StrictText text;
  private final JsonReader reader;
  private final Map<String, String> words = new HashMap<>();
  private final @Nullable Runnable onMask;
  private Attributes attributes = Attributes.NONE;

  private Json(StrictText text, @Nullable Runnable onMask) {
    this.text = text;
    this.reader = text.parser();
    this.onMask = onMask;
    reader.setNestingLimit(onMask == null ? MAX_DEPTH + OWN_DEPTH : MAX_DEPTH);
  }

  /**
   * Reads one document.
   *
   * @param onMask called for each credential that is masked
   * @param decode reads the document's one value, all of it
   * @throws Failure BAD_ANSWER if the body is empty, is no JSON, is not UTF-8, is nested too deeply
   *     or continues after its end
   */
  public static <T> T read(InputStream body, Runnable onMask, Function<Json, T> decode) {
    return document(body, onMask, decode);
  }

  /**
   * Reads one document that convo has written: nothing is masked in it any more.
   *
   * @throws Failure as {@link #read} does
   */
  public static <T> T readOwn(InputStream body, Function<Json, T> decode) {
    return document(body, null, decode);
  }

  private static <T> T document(
      InputStream body, @Nullable Runnable onMask, Function<Json, T> decode) {
    Json json = new Json(new StrictText(characters(body)), onMask);
    T result = decode.apply(json);
    if (!json.atEnd()) {
      throw json.unreadable("text after the end of the JSON document");
    }
    return result;
  }

  /** Any value at all, whole. */
  public static Value tree(InputStream body) {
    return read(body, () -> {}, Json::value);
  }

  /** Whether a text is written as a JSON number is. */
  static boolean isNumber(String written) {
    return NUMBER.matcher(written).matches();
  }

  private boolean atEnd() {
    return call(
        () -> {
          try {
            return reader.peek() == JsonToken.END_DOCUMENT;
          } catch (MalformedJsonException more) {
            return false;
          }
        });
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
      throw failure("the answer cannot be read");
    }
    // This decoder reports what is not UTF-8.
    return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
  }

  /**
   * Reads the object that comes next, which must be one.
   *
   * @throws Failure BAD_ANSWER if something else comes
   */
  public <T> T object(Function<Fields, T> decode) {
    JsonToken next = peek();
    if (next != JsonToken.BEGIN_OBJECT) {
      throw unreadable("expected an object, found " + name(next));
    }
    return open(new Fields(this), decode);
  }

  <T> T open(Fields fields, Function<Fields, T> decode) {
    fields.begin();
    T result = decode.apply(fields);
    fields.finish();
    return result;
  }

  /** What comes next, as a failure names it: {@code an object}, {@code text}, {@code null}. */
  public String found() {
    return name(peek());
  }

  /** Whether an object comes next. */
  public boolean atObject() {
    return peek() == JsonToken.BEGIN_OBJECT;
  }

  /** Whether null comes next. */
  public boolean atNull() {
    return peek() == JsonToken.NULL;
  }

  /** Reads the list that comes next; each element must be read whole. */
  void list(Consumer<Json> element) {
    run(reader::beginArray);
    while (hasNext()) {
      element.accept(this);
    }
    run(reader::endArray);
  }

  /** Reads whatever comes next, whole; credentials in it are masked. */
  public Value value() {
    return switch (peek()) {
      case BEGIN_OBJECT -> open(new Fields(this), Fields::rest);
      case BEGIN_ARRAY -> {
        List<Value> values = new ArrayList<>();
        list(element -> values.add(element.value()));
        yield new Value.Items(values);
      }
      case NUMBER -> new Value.Numeral(string());
      case BOOLEAN -> new Value.Flag(call(reader::nextBoolean));
      case NULL -> {
        run(reader::nextNull);
        yield Value.None.NONE;
      }
      case STRING -> new Value.Text(word());
      default -> throw unreadable("expected a value, found " + name(peek()));
    };
  }

  /** The failure of an answer that is valid JSON, but not what was expected at this place. */
  public Failure unreadable(String what) {
    String path = reader.getPath();
    if (path.endsWith(".")) { // before an object's first name
      path = path.substring(0, path.length() - 1);
    }
    boolean deep = path.length() > SHOWN_PATH;
    return failure((deep ? path.substring(0, SHOWN_PATH) + "..." : path) + ": " + what);
  }

  void masked() {
    if (onMask != null) {
      onMask.run();
    }
  }

  /** Whether credentials are masked: not in what convo has written, which holds none. */
  boolean masks() {
    return onMask != null;
  }

  JsonToken peek() {
    JsonToken next = call(reader::peek);
    return next == JsonToken.STRING && text.inLongNumber() ? JsonToken.NUMBER : next;
  }

  boolean hasNext() {
    return call(reader::hasNext);
  }

  void beginObject() {
    run(reader::beginObject);
  }

  void endObject() {
    run(reader::endObject);
  }

  String nextName() {
    if (call(reader::peek) == JsonToken.NAME && text.inLongNumber()) {
      // A name without quotes, which the parser accepts while it is lenient.
      throw unreadable(INVALID);
    }
    return shared(call(reader::nextName));
  }

  /** A string, or a number as it was written. */
  String string() {
    boolean number = peek() == JsonToken.NUMBER && text.inLongNumber();
    String written = call(reader::nextString);
    if (number && !NUMBER.matcher(written).matches()) {
      throw unreadable(INVALID);
    }
    return written;
  }

  /** A string that is likely to come again: the same words are one object. */
  String word() {
    return shared(string());
  }

  private String shared(String word) {
    if (word.length() > SHARED_LENGTH) {
      return word;
    }
    String known = words.get(word);
    if (known == null) {
      known = word;
      if (words.size() < SHARED_WORDS) {
        words.put(word, word);
      }
    }
    return known;
  }

  /** Members whose names are likely to come again in the same order: they are shared. */
  Attributes attributes(Map<String, Value> members) {
    attributes = Attributes.of(members, attributes);
    return attributes;
  }

  private Failure malformed(Exception e) {
    String text = String.valueOf(e.getMessage());
    if (text.contains("Nesting limit")) {
      return unreadable("nested deeper than " + MAX_DEPTH + " levels");
    }
    if (text.contains("Unterminated string")) {
      return unreadable("the answer breaks off");
    }
    return unreadable(
        e instanceof MalformedJsonException || e instanceof IllegalStateException
            ? INVALID
            : "the answer cannot be read");
  }

  private static Failure failure(String what) {
    return new Failure(Kind.BAD_ANSWER, what, null);
  }

  private static String name(JsonToken token) {
    return switch (token) {
      case BEGIN_OBJECT -> "an object";
      case BEGIN_ARRAY -> "a list";
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT -> "nothing";
    };
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private interface Step {
    void take() throws IOException;
  }

  /** Lets decoders be plain functions: every fault of reading becomes a failure here. */
  private <T> T call(Reading<T> reading) {
    try {
      return reading.read();
    } catch (EOFException e) {
      throw reader.getPath().equals("$")
          ? failure("the answer is empty or broken off, not a JSON document")
          : unreadable("the answer breaks off");
    } catch (CharacterCodingException e) {
      throw failure("the answer is not valid UTF-8");
    } catch (IOException | IllegalStateException e) {
      throw malformed(e);
    }
  }

  private void run(Step step) {
    call(
        () -> {
          step.take();
          return Attributes.NONE;
        });
  }
}
