package dev.convo.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Completeness;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestTextTest {
  private final Failure gone =
      new Failure(Kind.NOT_FOUND, "file 2 of message 6: not found (HTTP 404)", null);

  private static Manifest manifest(boolean attachments, List<Manifest.Download> downloads) {
    return new Manifest(
        new Manifest.Asked(
            "chatwoot",
            "42",
            "https://chat.example.com",
            Map.of("account_id", "3"),
            true,
            attachments),
        "1.0.0",
        new Meta(
            new Completeness(true, 16L, List.of(new Note("code", "text"))),
            2,
            "work",
            "chat.example.com",
            Instant.parse("2026-11-21T12:00:00Z"),
            List.of("r1")),
        null,
        List.of(new Manifest.Call("/conversations/42", 200, "r1", "answer-1.json", null)),
        downloads,
        List.of(
            new Manifest.Entry("answer-1.json", 2, "aa"),
            new Manifest.Entry("attachments/6-1-lamp.jpg", 3, "bb")));
  }

  private static Manifest.Download download(
      int place, @Nullable String file, @Nullable Failure failure) {
    return new Manifest.Download(
        6, place, "https://files.example.com/" + place, "image/jpeg", file, failure);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    String written =
        text(
            manifest(
                true,
                List.of(download(1, "attachments/6-1-lamp.jpg", null), download(2, null, gone))));

    Manifest read = read(written);

    assertThat(text(read)).isEqualTo(written);
    assertThat(read.lacking()).extracting(Failure::message).containsExactly(gone.message());
    assertThat(read.lacking()).extracting(Failure::kind).containsExactly(Kind.NOT_FOUND);
  }

  @Test
  void aManifestThatSaysNothingOfFilesAskedForNone() throws IOException {
    String text = text(manifest(false, List.of()));

    Manifest read =
        read(text.replace("\"attachments\": \"none\",", "").replace("\"downloads\": [],", ""));

    assertThat(read.asked().attachments()).isFalse();
    assertThat(read.downloads()).isEmpty();
  }

  @Test
  void whatIsSavedWithFilesIsAnAnswerWithoutThemToo() {
    Manifest.Asked with = manifest(true, List.of()).asked();
    Manifest.Asked without = manifest(false, List.of()).asked();

    assertThat(with.covers(with)).isTrue();
    assertThat(with.covers(without)).isTrue();
    assertThat(without.covers(with)).isFalse();
    assertThat(without.covers(without)).isTrue();
  }

  @Test
  void aDownloadIsEitherAFileOrAFailure() throws IOException {
    String neither = text(manifest(true, List.of(download(1, null, null))));

    assertThatThrownBy(() -> read(neither))
        .hasMessage("a download in it has neither a file nor a failure");
  }

  private static String text(Manifest manifest) throws IOException {
    StringWriter out = new StringWriter();
    ManifestText.write(manifest, out);
    return out.toString();
  }

  private static Manifest read(String text) {
    return ManifestText.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
