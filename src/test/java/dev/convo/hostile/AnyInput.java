package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Providers;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.model.Value;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Fixtures;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.render.Format;
import dev.convo.render.Layout;
import dev.convo.render.Position;
import dev.convo.render.Renderer;
import dev.convo.select.PublicOnly;
import dev.convo.text.Cells;
import dev.convo.text.Plain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What holds for any input whatever: nothing but an answer or a failure comes out, and nothing that
 * drives a terminal. {@link AnyInputTest} holds it for inputs of ours, {@link AnyInputFuzz} for
 * those it makes.
 */
final class AnyInput {
  /** What parts the answers to one request after the other. */
  private static final char NEXT = '\u001e';

  /** Neither cut nor wrapped, about as narrow as can be, and as most terminals are. */
  private static final int[] COLUMNS = {0, 33, 80};

  private static final Map<String, String> IDS =
      Map.of(
          "asapp", "01HT3Q8V5Z2W7K9M4N6P8R0S1T",
          "chatwoot", "42",
          "crm", "c77a0b1c-2d3e-4f50-8a9b-0c1d2e3f4a5b",
          "salescaptain", "0F8FAD5B-D9CB-069F-0165-70867728950E",
          "workspace", "65f1a2b3c4d5e6f708192a3z");

  /** Reads the answers of one platform, which the first byte chooses. */
  static void decode(byte[] input) {
    decoded(input);
  }

  /** The same, and shows what was read in every format: whole, harmless, and in JSON unchanged. */
  static void render(byte[] input) {
    Optional<Document> decoded = decoded(input);
    if (decoded.isEmpty()) {
      return;
    }
    Document document = decoded.get();
    for (Document shown : List.of(document, PublicOnly.of(document, message -> true))) {
      Value expected = AsJson.of(shown);
      assertThat(AsJson.withoutInsight(AsJson.parsed(rendered(shown, Format.JSON, 0))))
          .isEqualTo(expected);
      String line = rendered(shown, Format.JSONL, 0);
      assertThat(AsJson.withoutInsight(AsJson.parsed(line))).isEqualTo(expected);
      assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
      for (int columns : COLUMNS) {
        rendered(shown, Format.TABLE, columns);
        rendered(shown, Format.TRANSCRIPT, columns);
      }
      rendered(shown, Format.MARKDOWN, 0);
      rendered(shown, Format.HTML, 0);
    }
  }

  private static String rendered(Document document, Format format, int columns) {
    StringWriter out = new StringWriter();
    Layout layout = new Layout(columns, ZoneOffset.UTC, false);
    try {
      Renderer renderer = format.renderer(out, layout);
      renderer.document(document, Position.ONLY);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A string takes everything.
    }
    String text = out.toString();
    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t').filter(AnyInput::drives))
        .isEmpty();
    return text;
  }

  private static Optional<Document> decoded(byte[] input) {
    int place = input.length == 0 ? 0 : Math.floorMod(input[0], Providers.all().size());
    Provider provider = Providers.all().get(place).provider();
    Deque<String> answers = new ArrayDeque<>();
    if (input.length > 0) {
      String rest = new String(input, 1, input.length - 1, StandardCharsets.ISO_8859_1);
      answers.addAll(Arrays.asList(rest.split(String.valueOf(NEXT), -1)));
    }
    Query query =
        new Query(
            String.valueOf(IDS.get(provider.descriptor().name())),
            URI.create("https://host.test"),
            Map.of("account_id", "3", "company_id", "c", "workspace_id", "w"),
            true);

    try {
      Found found = provider.conversation(query, CallsFixture.over(asked -> reply(answers.poll())));
      assertThat(found).isNotNull();
      Meta meta =
          new Meta(found.completeness(), 2, "default", "host.test", Instant.EPOCH, List.of(), null);
      return Optional.of(
          new Document(found.conversation(), meta, provider.descriptor().glossary()));
    } catch (Failure failure) {
      assertThat(failure.kind()).isNotEqualTo(Kind.BUG);
      assertThat(Plain.line(failure.message())).doesNotContain("\n");
      return Optional.empty();
    }
  }

  /** Makes a text harmless, and fits it into lines of a width that the first byte chooses. */
  static void show(byte[] input) {
    int columns = input.length == 0 ? 2 : 2 + (input[0] & 0x3f);
    String remote =
        new String(input, StandardCharsets.UTF_8) + new String(input, StandardCharsets.UTF_16BE);

    String text = Plain.text(remote);
    String line = Plain.line(remote);

    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t').filter(AnyInput::drives))
        .isEmpty();
    assertThat(line.codePoints().filter(AnyInput::drives)).isEmpty();
    assertThat(Plain.text(text)).isEqualTo(text);
    List<String> lines = Cells.wrap(line, columns);
    assertThat(lines).allMatch(one -> Cells.width(one) <= columns, "is no wider");
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(line.replace(" ", ""));
    assertThat(Cells.width(Cells.cut(line, columns))).isLessThanOrEqualTo(columns);
  }

  /** The rule once more and in other words, so that the one judges the other. */
  private static boolean drives(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
                .indexOf(codePoint)
            >= 0
        || codePoint >>> 12 == 0xE0000 >>> 12
        || "\u00ad\u034f\u115f\u1160\u2060\u3164\ufeff\uffa0".indexOf(codePoint) >= 0
        || codePoint >= 0xFDD0 && codePoint <= 0xFDEF
        || (codePoint & 0xFFFE) == 0xFFFE;
  }

  private static Reply reply(@Nullable String octets) {
    byte[] body = (octets == null ? "{}" : octets).getBytes(StandardCharsets.ISO_8859_1);
    return new Reply(200, Headers.NONE, new ByteArrayInputStream(body), () -> {});
  }

  private AnyInput() {}

  /** Answers of every platform. */
  static Stream<Arguments> answers() {
    return Stream.of(
        answers(
            0, "salescaptain/conversation", "salescaptain/messages-1", "salescaptain/messages-2"),
        answers(1, "asapp/conversation", "asapp/messages"),
        answers(2, "chatwoot/conversation", "chatwoot/messages-newest", "chatwoot/messages-older"),
        answers(3, "crm/conversation"),
        answers(4, "workspace/conversation"));
  }

  private static Arguments answers(int provider, String... files) {
    StringBuilder all = new StringBuilder().append((char) provider);
    for (String file : files) {
      byte[] utf8 = Fixtures.text(file + ".json").getBytes(StandardCharsets.UTF_8);
      all.append(all.length() == 1 ? "" : NEXT)
          .append(new String(utf8, StandardCharsets.ISO_8859_1));
    }
    return Arguments.of((Object) all.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Texts of several scripts, and hostile ones. */
  static Stream<Arguments> texts() {
    return Stream.of(
            "plain words, and more of them than fit",
            "\u0008 漢字かな混じり文。 👨‍👩‍👧 🇩🇪 1️⃣ e\u0301 क्षि שלום مرحبا",
            "\u0003\u001b[2J\u009b31m\u202e\u2066\ufeff\ufffe\r\n\t\u007f",
            "\u0004क्" + "क्".repeat(20) + "\u0903".repeat(20))
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }
}
