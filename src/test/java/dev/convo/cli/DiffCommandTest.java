package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convo.Golden;
import dev.convo.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code convo diff}. */
class DiffCommandTest {
  @TempDir Path home;

  private TestHost host;
  private Path saved;

  @BeforeEach
  void saveAConversation() {
    host = new TestHost(home).withSandbox();
    host.run("chatwoot", "42", "-q", "--save", home.resolve("archive").toString());
    saved = home.resolve("archive/chatwoot-42");
  }

  @Test
  void nothingChangedIsExitZero() {
    TestHost.Result now = host.run("diff", saved.toString(), "--utc");
    TestHost.Result itself = host.run("diff", saved.toString(), saved.toString());

    assertThat(now.code()).isZero();
    assertThat(now.err()).isEmpty();
    assertThat(now.out()).endsWith("\n\nnothing has changed\n");
    assertThat(itself.code()).isZero();
  }

  @Test
  void whatChangedSinceItWasSavedIsExitOne() throws IOException {
    Path old = aged();

    TestHost.Result result = host.run("diff", old.toString(), "--utc", "--width", "0");

    assertThat(result.code()).isEqualTo(1);
    Golden.check("cli/diff.txt", result.out().replace(home.toString(), "HOME"));
  }

  @Test
  void jsonIsWhatTheSchemaSays() throws IOException {
    TestHost.Result result = host.run("diff", aged().toString(), saved.toString(), "--json");

    assertThat(result.code()).isEqualTo(1);
    assertThat(PublishedSchema.closed("diff").faults(new ObjectMapper().readTree(result.out())))
        .isEmpty();
  }

  @Test
  void publicOnlyHoldsForBothSides() throws IOException {
    TestHost.Result result = host.run("diff", aged().toString(), saved.toString(), "--public-only");

    assertThat(result.out())
        .doesNotContain("batch B-11")
        .doesNotContain("labels")
        .doesNotContain("priority");
  }

  @Test
  void aMessageThatIsChosenInOneDocumentIsComparedWithTheOther() throws IOException {
    String now = host.run("chatwoot", "42", "--json").out();
    Path failed = Files.writeString(home.resolve("now.json"), now);
    Path sent =
        Files.writeString(
            home.resolve("then.json"),
            now.replace("\"delivery\": \"failed\"", "\"delivery\": \"sent\""));

    TestHost.Result result =
        host.run("diff", sent.toString(), failed.toString(), "--only", "failed", "--utc");

    assertThat(result.out())
        .endsWith(
            """
            ~ 12 08:19:48  Tomás Rivera, agent · failed
                 ~ delivery  sent → failed

            1 message changed
            """);
  }

  @Test
  void twoConversationsAreNotCompared() {
    host.run("chatwoot", "7", "-q", "--save", home.resolve("archive").toString());
    Path other = home.resolve("archive/chatwoot-7");

    TestHost.Result result = host.run("diff", saved.toString(), other.toString());

    assertThat(result)
        .isEqualTo(
            new TestHost.Result(
                2,
                "",
                """
                convo: error: these are two conversations: OLD is chatwoot 42, NEW is chatwoot 7
                  hint: name two documents of one conversation, such as archive/chatwoot-42.1 and archive/chatwoot-42
                """));
  }

  @Test
  void whatCannotBeComparedIsExitTwo() throws IOException {
    Path empty = Files.createDirectory(home.resolve("empty"));
    Path file = Files.writeString(home.resolve("file"), "{}");
    host.run("chatwoot", "7", "-q", "--save", home.resolve("archive").toString());

    for (Path wrong : List.of(empty, file, home.resolve("nothing"), home.resolve("archive"))) {
      TestHost.Result result = host.run("diff", wrong.toString());

      assertThat(result.code()).as(result.err()).isEqualTo(2);
      assertThat(result.err()).startsWith("convo: error: ");
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void aChangedFileIsNotBelieved() throws IOException {
    Path answer = saved.resolve("answer-1.json");
    Files.writeString(answer, Files.readString(answer).replace("resolved", "open"));

    TestHost.Result result = host.run("diff", saved.toString());

    assertThat(result.code()).isEqualTo(9);
    assertThat(result.err()).contains("answer-1.json was changed since it was saved");
  }

  @Test
  void aManifestCannotSendASecretElsewhere() throws IOException {
    Path manifest = saved.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replaceFirst("http://[^\"]*", "https://evil.example.com"));

    TestHost.Result result = host.run("diff", saved.toString(), "-v");

    // The old link is among the changes: it is made from the address in the manifest.
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .startsWith(
            "convo: note: OLD was fetched from https://evil.example.com, and NEW is fetched from"
                + " http://127.0.0.1:PORT/chatwoot\n");
    assertThat(result.err().lines().skip(1)).isNotEmpty().noneMatch(line -> line.contains("evil"));
  }

  @Test
  void aBugIsNoDifference() {
    host.transport =
        settings -> {
          throw new IllegalStateException("a secret");
        };

    TestHost.Result result = host.run("diff", saved.toString());

    assertThat(result.code()).isEqualTo(70);
    assertThat(result.err()).startsWith("convo: error: a bug in convo: ").doesNotContain("secret");
    assertThat(host.run("diff", saved.toString(), "--error-format", "json").err())
        .contains("\"exit_code\":70");
  }

  @Test
  void columnsAreRefused() {
    TestHost.Result result = host.run("diff", saved.toString(), "--fields", "text");

    assertThat(result)
        .isEqualTo(
            new TestHost.Result(
                2,
                "",
                """
                convo: error: --fields chooses columns, and a comparison has none
                  hint: leave it out; --json has every field that differs
                """));
  }

  @Test
  void aNetworkThatFailsIsTrouble() {
    TestHost.Result result =
        host.run("diff", saved.toString(), "--base-url", "http://127.0.0.1:9", "--retries", "0");

    assertThat(result.code()).as(result.err()).isGreaterThan(1);
    assertThat(result.out()).isEmpty();
  }

  /** What was saved, as if it had been saved a while before. */
  private Path aged() throws IOException {
    Path old = home.resolve("archive/chatwoot-42.1");
    Files.createDirectory(old);
    try (Stream<Path> files = Files.list(saved)) {
      for (Path file : files.toList()) {
        Files.copy(file, old.resolve(file.getFileName()));
      }
    }
    change(old, "answer-1.json", "\"status\": \"resolved\"", "\"status\": \"open\"");
    change(old, "answer-2.json", "batch B-11", "batch B-12");
    return old;
  }

  private static void change(Path folder, String name, String from, String to) throws IOException {
    Path file = folder.resolve(name);
    String hash = hash(file);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    String size = "\"size\": " + Files.size(file);
    Files.writeString(file, text.replace(from, to));
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(hash, hash(file))
            .replace(size, "\"size\": " + Files.size(file)));
  }

  private static String hash(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
