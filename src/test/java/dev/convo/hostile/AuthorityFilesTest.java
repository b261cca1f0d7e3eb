package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.cli.TestHost;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of authorities that never end, or never begin. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AuthorityFilesTest {
  private static final String PROFILE =
      """
      [default.chatwoot]
      base_url = "https://127.0.0.1:1"
      account_id = 1
      api_access_token = "of-the-file"
      """;

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home).profiles(PROFILE);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void aDeviceIsNotRead() {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device));

    assertThat(refusals(device))
        .containsExactlyElementsOf(sources("the file /dev/zero is not a regular file"));
  }

  /** Opening one would wait for somebody to write into it. */
  @Test
  void aNamedPipeIsNotRead() throws Exception {
    Path pipe = home.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);

    assertThat(refusals(pipe))
        .containsExactlyElementsOf(sources("the file HOME/pipe is not a regular file"));
  }

  @Test
  void moreThan16MiBAreNotRead() throws IOException {
    Path large = home.resolve("large.pem");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(16 * 1024 * 1024);
      assertThat(refusals(large))
          .containsExactlyElementsOf(sources("the file HOME/large.pem contains no certificate"));

      file.setLength(16 * 1024 * 1024 + 1);
      assertThat(refusals(large))
          .containsExactlyElementsOf(sources("the file HOME/large.pem is larger than 16 MiB"));
    }
  }

  /** What is printed where the file is named in each of the ways there are. */
  private List<TestHost.Result> refusals(Path file) {
    List<TestHost.Result> refusals = new ArrayList<>();
    refusals.add(host.run("chatwoot", "42", "--ca-bundle", file.toString()));
    for (String name :
        new String[] {"CONVO_CHATWOOT_CA_BUNDLE", "CONVO_CA_BUNDLE", "SSL_CERT_FILE"}) {
      host.variables.put(name, file.toString());
      refusals.add(host.run("chatwoot", "42"));
      host.variables.remove(name);
    }
    host.profiles(PROFILE + "ca_bundle = \"" + file + "\"\n");
    refusals.add(host.run("chatwoot", "42"));
    host.profiles(PROFILE);
    return refusals;
  }

  private static List<TestHost.Result> sources(String fault) {
    return List.of(
            "--ca-bundle",
            "CONVO_CHATWOOT_CA_BUNDLE",
            "CONVO_CA_BUNDLE",
            "SSL_CERT_FILE",
            "profiles.toml:5: default.chatwoot.ca_bundle")
        .stream()
        .map(
            source ->
                new TestHost.Result(
                    10,
                    "",
                    "convo: error: "
                        + source
                        + ": "
                        + fault
                        + " (profile default, host 127.0.0.1:PORT)\n"
                        + "  hint: give a PEM file, with lines that say BEGIN CERTIFICATE\n"))
        .toList();
  }
}
