package dev.convo.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import dev.convo.cli.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was saved once is read for ever: src/test/resources/archive/README.md. */
class EarlierVersionsTest {
  private static final Path SAVED = Path.of("src/test/resources/archive");

  @TempDir Path home;

  static List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.walk(SAVED, 2)) {
      return all.filter(SavedFolder::is).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aFolderIsShown(Path folder) {
    String name = "archive/" + SAVED.relativize(folder);

    Golden.check(name + ".json", shown(folder, "json"));
    Golden.check(name + ".txt", shown(folder, "transcript"));
  }

  /** The document beside the answers was written then; a later reader must know all of it. */
  @ParameterizedTest
  @MethodSource("folders")
  void itsDocumentIsShownAsItsAnswersAre(Path folder) {
    Path document = folder.resolve(Manifest.DOCUMENT);
    String fromAnswers = shown(folder, "messages");

    assertThat(shown(document, "messages")).isEqualTo(fromAnswers);
  }

  @Test
  void messagesAreShown() {
    Golden.check("archive/1/messages.txt", shown(SAVED.resolve("1/messages.jsonl"), "transcript"));
  }

  @Test
  void theyAreAsTheyWereSaved() throws IOException {
    assertThat(folders()).hasSizeGreaterThanOrEqualTo(7);
    for (Path folder : folders()) {
      assertThat(SavedFolder.open(folder).faults()).as(folder.toString()).isEmpty();
    }
  }

  private String shown(Path path, String format) {
    TestHost host = new TestHost(home);
    TestHost.Result shown = host.run("show", path.toString(), "-o", format, "--utc");
    assertThat(shown.code()).as(shown.err()).isZero();
    return shown.out();
  }
}
