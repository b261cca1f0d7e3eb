package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import dev.convo.PublishedSchema;
import dev.convo.sandbox.Service.Sample;
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
    StringBuilder samples = new StringBuilder();
    shown.forEach((name, ids) -> samples.append(name).append(": ").append(ids).append('\n'));
    Golden.check("cli/samples.txt", samples.toString());
  }
}
