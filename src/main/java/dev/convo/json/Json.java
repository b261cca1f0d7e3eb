package dev.convo.json;

import com.google.gson.stream.JsonToken;
import dev.convo.failure.Failure;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body, read as it arrives. Strict: one document, UTF-8, at most {@value #MAX_DEPTH} levels
 * deep. Every failure names the place: {@code $.messages[3].created_at}.
 */
public final class Json {
  /** How deep objects and lists may be nested. */
  public static final int MAX_DEPTH = 100;

  /** How much deeper a platform's values are in a file that convo writes. */
  private static final int OWN_DEPTH = 8;

  /** A power of two. A new word replaces the one in its slot. */
  private static final int SHARED_WORDS = 256;

  /** Longer words rarely repeat. */
  private static final int SHARED_LENGTH = 64;

  private final Tokens tokens;
  private final Value.@Nullable Text[] words = new Value.Text[SHARED_WORDS];
  private final Map<String, Boolean> credentials = new HashMap<>();
  private final @Nullable Runnable onMask;
  private Attributes attributes = Attributes.NONE;

  private Json(InputStream body, @Nullable Runnable onMask) {
    this.tokens = new Tokens(body, onMask == null ? MAX_DEPTH + OWN_DEPTH : MAX_DEPTH);
    this.onMask = onMask;
  }

  /**
   * Reads one document.
   *
   * @param onMask called for each credential that is masked
   * @param decode reads the document's one value, whole
   * @throws Failure BAD_ANSWER if the body is empty, is not JSON or not UTF-8, is nested too
   *     deeply, or continues after its end
   */
  public static <T> T read(InputStream body, Runnable onMask, Function<Json, T> decode) {
    return document(body, onMask, decode);
  }

  /**
   * Reads one document that convo wrote, in which nothing is masked again.
   *
   * @throws Failure as {@link #read} does
   */
  public static <T> T readOwn(InputStream body, Function<Json, T> decode) {
    return document(body, null, decode);
  }

  private static <T> T document(
      InputStream body, @Nullable Runnable onMask, Function<Json, T> decode) {
    Json json = new Json(body, onMask);
    T result = decode.apply(json);
    if (!json.tokens.atEnd()) {
      throw json.unreadable("text after the end of the JSON document");
    }
    return result;
  }

  /** Reads any value, whole. */
  public static Value tree(InputStream body) {
    return read(body, () -> {}, Json::value);
  }

  /**
   * Reads the object that comes next.
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
    tokens.pass(JsonToken.BEGIN_OBJECT);
    T result = decode.apply(fields);
    fields.finish();
    tokens.pass(JsonToken.END_OBJECT);
    return result;
  }

  /** What comes next, for a failure: {@code an object}, {@code text}, {@code null}. */
  public String found() {
    return name(peek());
  }

  public boolean atObject() {
    return peek() == JsonToken.BEGIN_OBJECT;
  }

  public boolean atNull() {
    return peek() == JsonToken.NULL;
  }

  /** Reads the list that comes next; each element must be read whole. */
  void list(Consumer<Json> element) {
    tokens.pass(JsonToken.BEGIN_ARRAY);
    while (tokens.hasNext()) {
      element.accept(this);
    }
    tokens.pass(JsonToken.END_ARRAY);
  }

  /** Reads whatever comes next, whole, and masks credentials in it. */
  public Value value() {
    return switch (peek()) {
      case BEGIN_OBJECT -> open(new Fields(this), Fields::rest);
      case BEGIN_ARRAY -> {
        List<Value> values = new ArrayList<>();
        list(element -> values.add(element.value()));
        yield new Value.Items(values);
      }
      case NUMBER -> new Value.Numeral(string());
      case BOOLEAN -> new Value.Flag(tokens.flag());
      case NULL -> {
        tokens.pass(JsonToken.NULL);
        yield Value.None.NONE;
      }
      case STRING -> shared(tokens.string());
      default -> throw unreadable("expected a value, found " + name(peek()));
    };
  }

  /** A failure at this place: the answer is valid JSON, but not what was expected. */
  public Failure unreadable(String what) {
    return tokens.unreadable(what);
  }

  void masked() {
    if (onMask != null) {
      onMask.run();
    }
  }

  /** Whether to mask a member of this name. */
  boolean masks(String name, Value value) {
    if (onMask == null) {
      return false;
    }
    Boolean credential = credentials.get(name);
    if (credential == null) {
      credential = Masking.isCredential(name);
      if (credentials.size() < SHARED_WORDS) {
        credentials.put(name, credential);
      }
    }
    return credential && !Masking.isHarmless(name, value);
  }

  JsonToken peek() {
    return tokens.peek();
  }

  boolean hasNext() {
    return tokens.hasNext();
  }

  String nextName() {
    return shared(tokens.name()).text();
  }

  String string() {
    return tokens.string();
  }

  /** A string that is likely to repeat: equal ones are one object. */
  String word() {
    return shared(tokens.string()).text();
  }

  private Value.Text shared(String word) {
    if (word.length() > SHARED_LENGTH) {
      return new Value.Text(word);
    }
    int place = word.hashCode() & SHARED_WORDS - 1;
    Value.Text known = words[place];
    if (known == null || !known.text().equals(word)) {
      known = new Value.Text(word);
      words[place] = known;
    }
    return known;
  }

  /** Members whose names are likely to repeat in the same order: they are shared. */
  Attributes attributes(Map<String, Value> members) {
    attributes = Attributes.of(members, attributes);
    return attributes;
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
}
