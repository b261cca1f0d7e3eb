package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.PublishedSchema;
import dev.convo.sandbox.Sample;
import dev.convo.session.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what every provider makes of every sample, hostile and awkward ones too, to the schema. */
class SampleSchemaTest {
  @TempDir Path home;

  @Test
  void everySampleOfEveryProviderIsWhatTheSchemaSays() throws IOException {
    PublishedSchema schema = PublishedSchema.closed();
    Map<String, String> shown = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    try (TestHost host = new TestHost(home).withSandbox()) {
      for (Platform platform : host.platforms()) {
        String name = platform.provider().descriptor().name();
        for (Sample sample : platform.sandbox().apply(host.clock()).samples()) {
          String output = host.run(name, sample.id(), "-o", "jsonl", "--retries", "0").out();
          if (!output.isEmpty()) {
            String id = sample.id().replaceFirst(".*(?=.{4}$)", "");
            shown.merge(name, id, (before, next) -> before + " " + next);
            schema.faults(output).forEach(fault -> faults.add(name + " " + id + ": " + fault));
          }
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(shown)
        .isEqualTo(
            Map.of(
                "salescaptain", "0042 0001 0013 0077 0099 0100 0206 0429",
                "asapp", "0042 0001 0013 0076 0077 0099 0100 0206 0429",
                "chatwoot", "42 1 7 12 13 77 99 100 206 429",
                "crm", "0042 0001 0006 0010 0013 0077 0099 0100 0429",
                "workspace", "0042 0001 0007 0013 0077 0099 0100 0429"));
  }
}
