package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.json.JsonOut;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.render.Format;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Service.Sample;
import dev.convo.session.Platform;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code --public-only} promises, by the platforms' own fields: a marker of its own stands in
 * each of them, and only those may come out that are listed here.
 */
class PublicOnlyPromiseTest {
  private static final String MESSAGE =
      "(\\.payload\\[]|\\.messages\\[]|\\.last_non_activity_message)";
  private static final Pattern MARKER = Pattern.compile("Zq\\d+z|9191919\\d{6}");

  /** Each platform, and what its fields mean to the promise. */
  @SuppressWarnings("ImmutableEnumChecker") // Nothing changes what List.of holds.
  enum Told {
    CHATWOOT(
        MESSAGE,
        "\\.(id|.*_at|timestamp)|"
            + MESSAGE
            + "\\.(id|conversation_id|message_type|private|status|created_at|sender_type"
            + "|sender\\.type|content_attributes\\.deleted|attachments?(\\[])?\\.file_size)",
        "\\.(status|meta\\.(channel|assignee\\.name|sender\\.(name|email|phone_number))"
            + "|additional_attributes\\.mail_subject)|"
            + "\\+"
            + "\\.(content|content_type|sender\\.name|attachments?(\\[])?\\.(id|file_type|data_url"
            + "|fallback_title|coordinates_\\w+|meta\\.\\w+)"
            + "|content_attributes\\.(email\\.((text|html)_content\\.\\w+|subject|(from|to|cc)\\[])"
            + "|(to|cc)_emails\\[]|submitted_email|submitted_values(\\.csat_survey_response\\.\\w+"
            + "|\\[]\\.\\w+)|items\\[](\\.(actions|options)\\[])?\\.(title|label|text|name|link|uri)))",
        message ->
            List.of("0", "1", "3").contains(word(message, "message_type"))
                && word(message, "private").equals("false")
                && !word(message, "status").equals("failed")
                && !json(message).contains("\"deleted\":true"),
        List.of("message_type", "private")),
    SALESCAPTAIN(
        "\\.messages\\.data\\[]",
        ".*\\.(conversation_id|.*_at|pagination\\..*|message_id|direction)|\\.status",
        "\\.conversation\\.data\\.contact_(name|email|number)"
            + "|\\+\\.(message|type_of_message|media\\[])",
        message ->
            List.of("inbound", "outbound").contains(word(message, "direction"))
                && !word(message, "type_of_message").contains("note"),
        List.of("direction")),
    ASAPP(
        "\\.items\\[]",
        "\\.id|.*\\.(messageId|\\w+Timestamp|role)",
        "\\.(customer|agent)\\.name|\\+\\.text",
        message -> List.of("customer", "agent").contains(word(message, "sender.role")),
        List.of("role")),
    CRM(
        "\\.messages\\[]",
        "\\.(id|messageCount)|.*(At|timestamp)"
            + "|\\.messages\\[]\\.(id|direction|role|type|internal|isInternal|private|kind|visibility|sender\\.type)",
        "\\.(status|subject|contact\\.(name|firstName|lastName|email|phone))"
            + "|\\+\\.(content|text|body|message|(sender|author)\\.(name|firstName|lastName)"
            + "|attachments\\[]\\.(id|filename|contentType|url|size))",
        message ->
            (List.of("inbound", "outbound").contains(word(message, "direction"))
                    || List.of("customer", "agent", "ai", "bot").contains(word(message, "role")))
                && !word(message, "role").equals("system")
                && !json(message).matches("(?s).*\"(internal|private|isInternal|note)\".*"),
        List.of("visibility")),
    WORKSPACE(
        "\\.messages\\[]",
        "\\._id|.*At|\\.messages\\[]\\.(_id|direction|sent|status)",
        "\\.customer\\.(name|email|phone)|\\+\\.message",
        message ->
            word(message, "direction").equals("inbound")
                || word(message, "direction").equals("outbound")
                    && word(message, "sent").equals("true")
                    && !word(message, "status").equals("failed"),
        List.of("direction"));

    private final Pattern message;
    private final Pattern kept;
    private final Pattern allowed;
    private final Predicate<Attributes> visible;
    private final List<String> deciding;

    /**
     * What the test knows of a platform, apart from the code.
     *
     * @param message the path of a message
     * @param kept the fields without a marker: without their words nothing would be public
     * @param allowed the fields that may come out; behind a plus, those of a public message
     * @param deciding the keys without whose words a message is not public
     */
    Told(
        String message,
        String kept,
        String allowed,
        Predicate<Attributes> visible,
        List<String> deciding) {
      this.message = Pattern.compile(message);
      this.kept = Pattern.compile(kept);
      this.allowed = Pattern.compile(allowed);
      this.visible = visible;
      this.deciding = deciding;
    }

    String provider() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Characters of a result, of thousands of messages. */
  private static final int LONG = 100_000;

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));
  private final Map<String, String> fields = new ConcurrentHashMap<>();
  private final AtomicInteger markers = new AtomicInteger();

  @BeforeEach
  void start() {
    host = new TestHost(home);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @EnumSource
  void nothingComesOutButWhatThePromiseAllows(Told told) throws IOException {
    Set<String> seen = new TreeSet<>();
    int shown = 0;
    for (Sample sample :
        Accounts.platform(host, told.provider()).sandbox().apply(host.clock()).samples()) {
      for (Format format : Format.values()) {
        String out = out(told, sample.id(), format.word(), Change.NONE);
        shown += out.isEmpty() ? 0 : 1;
        Matcher marker = MARKER.matcher(out);
        while (marker.find()) {
          String field = fields.getOrDefault(marker.group(), "?");
          assertThat(field).as(sample.id() + " as " + format.word()).matches(told.allowed);
          seen.add(field);
        }
        if (out.length() > LONG) {
          break; // Thousands of messages are alike: one format is enough.
        }
      }
    }

    assertThat(shown).isGreaterThan(8);
    assertThat(seen).anyMatch(field -> field.startsWith("+"));
    assertThat(seen).anyMatch(field -> !field.startsWith("+"));
  }

  @ParameterizedTest
  @EnumSource
  void withoutAKnownWordNoMessageComesOut(Told told) throws IOException {
    String id = Accounts.platform(host, told.provider()).provider().descriptor().example();
    for (String key : told.deciding) {
      for (Value other : List.of(new Value.Text("sideways"), Value.None.NONE)) {
        if (told == Told.CRM && other == Value.None.NONE) {
          continue; // Without a word about it, the writer decides.
        }
        String out = out(told, id, "json", new Change(key, other));

        assertThat(fields(out))
            .as(key + " " + other)
            .isNotEmpty()
            .noneMatch(f -> f.startsWith("+"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "WORKSPACE")
  void whatIsNotSaidToBeSentDoesNotComeOut(Told told) throws IOException {
    String id = Accounts.platform(host, told.provider()).provider().descriptor().example();

    String out = out(told, id, "json", new Change("sent", Value.None.NONE));

    assertThat(out).contains("\"role\": \"customer\"").doesNotContain("\"role\": \"agent\"");
  }

  /** A field of every message that says something else. */
  private record Change(String key, Value value) {
    static final Change NONE = new Change("", Value.None.NONE);
  }

  private List<String> fields(String out) {
    List<String> found = new ArrayList<>();
    Matcher marker = MARKER.matcher(out);
    while (marker.find()) {
      found.add(fields.getOrDefault(marker.group(), "?"));
    }
    return found;
  }

  private String out(Told told, String id, String format, Change change) throws IOException {
    Platform platform = Accounts.platform(host, told.provider());
    try (Impostor impostor =
        Impostor.of(
            platform.sandbox().apply(host.clock()),
            answer ->
                answer.status() == 200
                    ? new Answer(200, answer.headers(), planted(told, answer.body(), change))
                    : answer)) {
      Accounts.of(platform, host, impostor.base());
      return host.run(
              told.provider(),
              id,
              "--public-only",
              "-o",
              format,
              "--width",
              "0",
              "--retries",
              "0",
              "--max-wait",
              "0")
          .out();
    }
  }

  private String planted(Told told, String body, Change change) {
    return json(planted(told, "", "", Planted.tree(body), change));
  }

  private Value planted(Told told, String path, String label, Value value, Change change) {
    if (value instanceof Attributes members) {
      boolean message = told.message.matcher(path).matches();
      String inner = message ? (told.visible.test(members) ? "+" : "-") : label;
      Map<String, Value> all = new LinkedHashMap<>();
      members.forEach(
          (name, member) -> {
            boolean ofMessage = !inner.isEmpty();
            Value kept = ofMessage && name.equals(change.key()) ? change.value() : member;
            all.put(
                name,
                planted(
                    told, path + "." + name, ofMessage ? inner + "." + name : "", kept, change));
          });
      if (message && !change.key().isEmpty()) {
        all.putIfAbsent(change.key(), change.value());
      }
      all.put(
          "unknown" + marker(path + ".?", inner.isEmpty() ? "" : inner + ".?"),
          new Value.Text(marker(path + ".?", inner.isEmpty() ? "" : inner + ".?")));
      return Attributes.of(all);
    }
    if (value instanceof Value.Items items) {
      return new Value.Items(
          items.values().stream()
              .map(
                  item ->
                      planted(told, path + "[]", label.isEmpty() ? "" : label + "[]", item, change))
              .toList());
    }
    if (told.kept.matcher(path).matches()) {
      return value;
    }
    if (value instanceof Value.Text text) {
      return new Value.Text(text.text() + marker(path, label));
    }
    return value instanceof Value.Numeral ? new Value.Numeral(number(path, label)) : value;
  }

  private String marker(String path, String label) {
    return known("Zq" + markers.incrementAndGet() + "z", path, label);
  }

  private String number(String path, String label) {
    return known(String.valueOf(9_191_919_000_000L + markers.incrementAndGet()), path, label);
  }

  private String known(String marker, String path, String label) {
    // Behind the sign of a message stand the names below it only.
    fields.put(marker, label.isEmpty() ? path : label.replaceFirst("^([+-])\\.", "$1."));
    return marker;
  }

  private static String word(Attributes object, String path) {
    Value value = object;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Attributes members ? members.get(name) : null;
    }
    return value instanceof Value.Text text
        ? text.text()
        : value instanceof Value.Numeral number
            ? number.digits()
            : value instanceof Value.Flag flag ? String.valueOf(flag.on()) : "";
  }

  private static String json(Value value) {
    StringWriter out = new StringWriter();
    try {
      JsonOut.compact(out).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
