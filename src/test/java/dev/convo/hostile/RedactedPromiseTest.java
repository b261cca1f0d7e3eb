package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Providers;
import dev.convo.cli.TestHost;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.render.Format;
import dev.convo.sandbox.Service.Sample;
import dev.convo.session.Platform;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --redact} promises, over every sample of every platform, in every format. */
class RedactedPromiseTest {
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  /** Longer samples say the same over and over. */
  private static final int LONGEST = 400_000;

  @TempDir Path folder;

  static List<String> samples() {
    List<String> samples = new ArrayList<>();
    for (Platform platform : Providers.all()) {
      for (Sample sample : platform.sandbox().apply(InstantSource.system()).samples()) {
        samples.add(platform.provider().descriptor().name() + " " + sample.id());
      }
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nobodyWhoTakesPartCanBeRecognised(String sample) {
    String[] one = sample.split(" ", -1);
    String whole = run(one[0], one[1], "--json");
    if (whole.isEmpty()) {
      return; // A sample of a failure.
    }
    if (whole.length() > LONGEST) {
      whole = run(one[0], one[1], "--json", "--tail", "20");
    }
    Set<String> originals = originals(whole);

    for (Format format : Format.values()) {
      String shown = run(one[0], one[1], "-o", format.word(), "--redact", "--tail", "200");
      assertThat(forms(originals).filter(shown.toLowerCase(Locale.ROOT)::contains))
          .as("%s in %s", sample, format.word())
          .isEmpty();
    }
  }

  @Test
  void errorsAreRedactedAndKeysMakeTheSamePseudonymsInEveryRun() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef");
    key.toFile().setReadable(false, false);
    key.toFile().setReadable(true, true);
    key.toFile().setWritable(false, false);
    key.toFile().setWritable(true, true);

    String first = run("chatwoot", "42", "--redact", "--redact-key", key.toString());
    String second = run("chatwoot", "42", "--redact", "--redact-key", key.toString());

    assertThat(first).isEqualTo(second).containsPattern("customer-[0-9a-f]{10}");
  }

  @Test
  void theIdBehindTheOptionIsAnId() {
    assertThat(run("chatwoot", "--redact", "42", "-o", "overview")).contains("customer-1");
    assertThat(run("chatwoot", "--redact=email", "42")).contains("Mina Okafor  email-1");
  }

  private String run(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--profile", "demo", "--utc"));
    try (TestHost host = new TestHost(folder)) {
      return host.run(line.toArray(new String[0])).out();
    }
  }

  /** Names and addresses of those who take part, as JSON names them. */
  private static Set<String> originals(String json) {
    Set<String> originals = new LinkedHashSet<>();
    Attributes document =
        (Attributes) Json.tree(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    person(document.get("customer"), originals);
    person(document.get("assignee"), originals);
    if (document.get("messages") instanceof Value.Items messages) {
      for (Value message : messages.values()) {
        person(((Attributes) message).get("author"), originals);
      }
    }
    Matcher emails = EMAIL.matcher(json);
    while (emails.find()) {
      originals.add(emails.group());
    }
    return originals;
  }

  private static void person(@Nullable Value person, Set<String> originals) {
    if (person instanceof Attributes known) {
      for (String key : List.of("name", "email", "phone")) {
        Value value = known.get(key);
        // A name of one short word may be part of any other.
        if (value != null && value.word().length() > 3) {
          originals.add(value.word());
        }
      }
    }
  }

  /** Each in lower case, plain, in percent and in the three ways that Base64 can cut it. */
  private static Stream<String> forms(Set<String> originals) {
    return originals.stream()
        .flatMap(
            one -> {
              List<String> forms = new ArrayList<>(List.of(one));
              forms.add(URLEncoder.encode(one, StandardCharsets.UTF_8));
              for (int shift = 0; shift < 3 && one.length() > 8; shift++) {
                String padded = "x".repeat(shift) + one;
                String encoded =
                    Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(padded.getBytes(StandardCharsets.UTF_8));
                forms.add(encoded.substring(4, encoded.length() - 4));
              }
              return forms.stream().map(form -> form.toLowerCase(Locale.ROOT));
            });
  }
}
