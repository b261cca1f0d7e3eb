package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --attachments} in the demo, which has files of its own and needs no network. */
class SavedFilesTest {
  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void theFilesOfTheMessagesAreSavedToo() throws IOException {
    TestHost.Result result = save("chatwoot", "7");

    assertThat(result.err())
        .isEqualTo("convo: note: 1 conversation was saved in HOME/archive, with 2 files\n");
    assertThat(result.code()).isZero();
    assertThat(files("chatwoot-7"))
        .containsExactly(
            "answer-1.json",
            "answer-2.json",
            "attachments/3-1-order.pdf",
            "attachments/5-1-invoice-FF-20655.pdf",
            "conversation.json",
            "manifest.json",
            "transcript.txt");
    assertThat(manifest("chatwoot-7"))
        .contains(
            """
              "downloads": [
                {
                  "message": 3,
                  "place": 1,
                  "url": "https://files.example.com/901/order.pdf",
                  "type": "application/pdf",
                  "file": "attachments/3-1-order.pdf",
                  "failure": null
                },
            """,
            """
                {
                  "name": "attachments/3-1-order.pdf",
                  "size": 595,
                  "sha256": "7052bc5bba6c66fcc2cad2de47056fce727f4b9753ff12ae71170c0cc59eaab5"
                },
            """);
  }

  @Test
  void theyAreForTheirUserAlone() throws IOException {
    save("chatwoot", "7");

    Path folder = home.resolve("archive/chatwoot-7/attachments");
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("3-1-order.pdf"))).isEqualTo("rw-------");
  }

  @Test
  void recordingsOfCallsAreFilesAsWell() throws IOException {
    save("chatwoot", "10");

    assertThat(files("chatwoot-10")).contains("attachments/8-1-61.mp3");
  }

  @Test
  void whatCannotBeFetchedIsSaidAndTheRestIsThere() throws IOException {
    TestHost.Result result = save("chatwoot", "77");

    assertThat(result.code()).isEqualTo(8);
    assertThat(result.out()).startsWith("id ").contains("\n77 ");
    assertThat(result.err())
        .isEqualTo(
            "convo: error: conversation 77: 1 of 4 files was not saved: file 3 of message 13: gone"
                + " (HTTP 410 from files.example.com) (profile demo, host 127.0.0.1:PORT)\n"
                + "convo: note: 1 conversation was saved in HOME/archive, with 3 files\n");
    assertThat(files("chatwoot-77"))
        .contains("attachments/13-1.png", "attachments/13-2-voice.ogg")
        .doesNotContain("attachments/13-3-clip.mp4");
    assertThat(manifest("chatwoot-77"))
        .contains(
            """
                  "place": 3,
                  "url": "https://files.example.com/912/clip.mp4",
                  "type": null,
                  "file": null,
                  "failure": {
                    "code": "not_found",
                    "message": "file 3 of message 13: gone (HTTP 410 from files.example.com)",
            """);
  }

  @Test
  void ofSeveralConversationsOneThatLacksAFileIsPartial() {
    TestHost.Result result = save("chatwoot", "42", "77");

    assertThat(result.code()).isEqualTo(8);
    assertThat(result.err())
        .endsWith(
            """
            convo: note: 2 conversations were saved in HOME/archive, with 4 files
            convo: 2 of 2 shown, 1 partial
            """);
  }

  @Test
  void theSavedConversationIsShownAsBefore() {
    TestHost.Result live = save("chatwoot", "42", "--json");

    assertThat(host.run("show", archive() + "/chatwoot-42", "--json").out()).isEqualTo(live.out());
  }

  @Test
  void aFileThatWasChangedIsNoticed() throws IOException {
    save("chatwoot", "7");
    Files.writeString(home.resolve("archive/chatwoot-7/attachments/3-1-order.pdf"), "forged");

    TestHost.Result result = host.run("show", archive());

    assertThat(result.code()).isEqualTo(9);
    assertThat(result.err()).contains("attachments/3-1-order.pdf was changed since it was saved");
  }

  @Test
  void twoSavesOfTheSameDifferInNothingButTheirTimes() throws IOException {
    save("chatwoot", "77");
    String first = manifest("chatwoot-77");
    save("chatwoot", "77");

    assertThat(steady(manifest("chatwoot-77"))).isEqualTo(steady(first));
  }

  @Test
  void withoutMessagesThereAreNoFiles() throws IOException {
    TestHost.Result result = save("chatwoot", "7", "--no-messages");

    assertThat(result.code()).isZero();
    assertThat(files("chatwoot-7")).noneMatch(name -> name.startsWith("attachments"));
  }

  @Test
  void verboseNamesEveryFileThatIsAskedFor() {
    assertThat(save("chatwoot", "7", "-v").err())
        .contains("convo: GET https://files.example.com/901/order.pdf -> 200 in 0 ms\n");
  }

  @Test
  void theOptionsNeedEachOther() {
    assertThat(host.run("chatwoot", "42", "--attachments").err())
        .isEqualTo(
            """
            convo: error: --attachments needs --save DIR
              hint: name a folder for the files; for messages that have any: --only attachments
            """);
    assertThat(host.run("chatwoot", "42", "--save", "x", "--max-attachment", "1M").err())
        .isEqualTo(
            """
            convo: error: --max-attachment needs --attachments
              hint: add --attachments --save DIR
            """);
    assertThat(home.resolve("x")).doesNotExist();
  }

  private TestHost.Result save(String... words) {
    return host.run(
        Stream.of(
                Stream.of(words),
                Stream.of("--profile", "demo", "--save", archive(), "--attachments"),
                List.of(words).contains("--json")
                    ? Stream.<String>of()
                    : Stream.of("-o", "overview"))
            .flatMap(one -> one)
            .toArray(String[]::new));
  }

  private String archive() {
    return home.resolve("archive").toString();
  }

  private String manifest(String folder) throws IOException {
    return Files.readString(home.resolve("archive").resolve(folder).resolve("manifest.json"));
  }

  private List<String> files(String folder) throws IOException {
    Path saved = home.resolve("archive").resolve(folder);
    try (Stream<Path> all = Files.walk(saved)) {
      return all.filter(one -> Files.isRegularFile(one))
          .map(one -> saved.relativize(one).toString())
          .sorted()
          .toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** The demo has another port each time, which the document names too. */
  private static String steady(String manifest) {
    return manifest
        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "HOST")
        .replaceAll("fetched_at.*", "")
        .replaceAll("(\"conversation.json\",\\s+.*\\s+\"sha256\"): .*", "$1");
  }
}
