package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.convo.cli.TestHost;
import dev.convo.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that somebody has changed since it was saved, or never saved at all. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path home;

  private static TestHost host;
  private static Path folder;
  private static Path manifest;

  @BeforeAll
  static void saveAConversation() {
    host = new TestHost(home).withSandbox();
    host.run("chatwoot", "42", "-q", "--save", home.resolve("saved").toString());
    folder = home.resolve("archive/chatwoot-42");
    manifest = folder.resolve("manifest.json");
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @BeforeEach
  void copyIt() throws IOException {
    Path saved = home.resolve("saved/chatwoot-42");
    Files.createDirectories(folder);
    for (String name : names(saved)) {
      Files.copy(saved.resolve(name), folder.resolve(name));
    }
    write(home.resolve("secret"), "{\"id\": 42, \"note\": \"PLANTED\"}");
  }

  @AfterEach
  void removeIt() throws IOException {
    for (String name : names(home)) {
      if (!name.equals("saved") && !name.equals(".config")) {
        PrivateFiles.remove(home.resolve(name));
      }
    }
  }

  /** Its hash and its size are right: only the name is wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../secret",
        "../../../etc/passwd",
        "/etc/passwd",
        "//etc/passwd",
        "./answer-1.json",
        "attachments/../answer-1.json",
        "attachments/../../../secret",
        "attachments/./a",
        "a/b/c",
        ".convo-1.part",
        "..",
        ".",
        "",
        "attachments/",
        "C:answer-1.json",
        "..\\\\..\\\\secret",
        "a\u0000b",
        "a\nb"
      })
  void aNameThatLeavesTheFolderIsRefused(String name) throws IOException {
    byte[] planted = Files.readAllBytes(home.resolve("secret"));
    ObjectNode changed = read();
    ObjectNode file = (ObjectNode) changed.get("files").get(0);
    file.put("name", name).put("size", planted.length).put("sha256", hash(planted));
    ((ObjectNode) changed.get("calls").get(0)).put("file", name);
    write(changed);

    refused("it names a file outside its folder");
  }

  @Test
  void aCallCannotReadWhatTheFilesDoNotList() throws IOException {
    ObjectNode changed = read();
    ((ObjectNode) changed.get("calls").get(0)).put("file", "../../secret");
    write(changed);

    refused("lists no file for /api/v1/accounts/1/conversations/42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer-1.json", "conversation.json", "transcript.txt", "manifest.json"})
  void aLinkIsNotFollowedEvenToTheSameBytes(String name) throws IOException {
    Path copy = home.resolve("copy");
    Files.move(folder.resolve(name), copy);
    Files.createSymbolicLink(folder.resolve(name), copy);

    refused("cannot be read");
  }

  @Test
  void aFolderOfFilesThatIsALinkIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    byte[] planted = Files.readAllBytes(home.resolve("secret"));
    Files.copy(home.resolve("secret"), elsewhere.resolve("1-1.json"));
    Files.createSymbolicLink(folder.resolve("attachments"), elsewhere);
    ObjectNode changed = read();
    ((ArrayNode) changed.get("files"))
        .addObject()
        .put("name", "attachments/1-1.json")
        .put("size", planted.length)
        .put("sha256", hash(planted));
    write(changed);

    refused("attachments/1-1.json is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer-1.json", "manifest.json"})
  @Timeout(60)
  void aPipeIsNotWaitedFor(String name) throws Exception {
    Files.delete(folder.resolve(name));
    new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor();

    refused("cannot be read");
  }

  @Test
  void aFileOfAnotherSizeOrHashIsRefused() throws IOException {
    ObjectNode changed = read();
    ((ObjectNode) changed.get("files").get(0)).put("size", 1);
    write(changed);
    refused("answer-1.json was changed since it was saved");

    ((ObjectNode) changed.get("files").get(0))
        .put("size", Files.size(folder.resolve("answer-1.json")));
    ((ObjectNode) changed.get("files").get(0)).put("sha256", "0".repeat(64));
    write(changed);
    refused("answer-1.json was changed since it was saved");
  }

  @Test
  void anAnswerAboutAnotherConversationIsRefused() throws IOException {
    write(read().put("id", "7"));

    TestHost.Result shown = host.run("show", folder.toString());

    assertThat(shown.code()).isEqualTo(9);
    assertThat(shown.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"provider\": \"zendesk\"}",
        "{\"provider\": \"../chatwoot\"}",
        "{\"provider\": null}",
        "{\"id\": null}",
        "{\"id\": [42]}",
        "{\"base_url\": \"file:///etc/passwd\"}",
        "{\"base_url\": \"no address \\u0000\"}",
        "{\"base_url\": null}",
        "{\"settings\": {}}",
        "{\"settings\": null}",
        "{\"settings\": [1]}",
        "{\"settings\": {\"account_id\": \"../../..\"}}",
        "{\"calls\": null}",
        "{\"calls\": [{}]}",
        "{\"calls\": [{\"path\": \"/\"}]}",
        "{\"calls\": [null, 1, \"a\"]}",
        "{\"files\": null}",
        "{\"files\": [{}]}",
        "{\"files\": {}}",
        "{\"schema\": \"convo-archive/2\"}",
        "{\"schema\": \"convo-archive/99999999999999999999\"}",
        "{\"schema\": \"convo/1\"}",
        "{\"schema\": null}",
        "{\"schema\": 1}",
        "{\"downloads\": [{}]}",
        "{\"downloads\": [{\"url\": \"x\", \"file\": \"../../secret\"}]}"
      })
  void aManifestThatLiesIsRefused(String lie) throws IOException {
    ObjectNode changed = read();
    changed.setAll((ObjectNode) JSON.readTree(lie));
    write(changed);

    for (String option : List.of("--json", "--check")) {
      TestHost.Result shown = host.run("show", folder.toString(), option);

      assertThat(shown.code()).as(option + shown.err()).isIn(9, option.equals("--json") ? 9 : 0);
      assertThat(shown.out() + shown.err())
          .doesNotContain("PLANTED", "root:", "a bug in convo", "secret\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"requests\": 1e999}",
        "{\"requests\": -1}",
        "{\"requests\": 99999999999999999999999999}",
        "{\"messages_expected\": 1e400}",
        "{\"messages_expected\": 123456789012345678901}",
        "{\"fetched_at\": \"9999999-99-99\"}",
        "{\"fetched_at\": 1e300}",
        "{\"complete\": \"yes\"}",
        "{\"notes\": {}}",
        "{\"notes\": [{\"code\": 1, \"text\": null}]}",
        "{\"request_ids\": [1, null, {}]}",
        "{\"host\": \"\"}",
        "{\"convo\": null}",
        "{\"unknown\": {\"deep\": [1, 2]}}"
      })
  void awkwardValuesAreNoBug(String values) throws IOException {
    ObjectNode changed = read();
    changed.setAll((ObjectNode) JSON.readTree(values));
    write(changed);

    for (List<String> line :
        List.of(
            List.of("show", folder.toString()),
            List.of("show", folder.toString(), "--json"),
            List.of("show", folder.toString(), "--check", "--json"),
            List.of("diff", folder.toString(), folder.toString(), "--json"))) {
      TestHost.Result result = host.run(line.toArray(new String[0]));

      assertThat(result.code()).as(line + " " + result.err()).isIn(0, 8, 9);
      assertThat(result.err()).doesNotContain("a bug in convo");
    }
  }

  @Test
  void theLastOfEqualKeysCounts() {
    String text = text(manifest);
    write(manifest, text.replaceFirst("\\{", "{\"provider\": \"crm\", \"id\": \"1\","));

    assertThat(host.run("show", folder.toString()).code()).isZero();

    write(manifest, text.replaceFirst("}\\s*$", ", \"id\": \"1\"}"));

    assertThat(host.run("show", folder.toString()).code()).isEqualTo(9);
  }

  @Test
  void moreThanAManifestCanBeIsNotRead() throws IOException {
    write(manifest, text(manifest).replaceFirst("\\{", "{" + " ".repeat(33 << 20)));
    refused("manifest.json: it is too large for a manifest");

    write(manifest, "[".repeat(200) + "]".repeat(200));
    assertThat(host.run("show", folder.toString()).code()).isEqualTo(9);
  }

  /** Wherever it is cut: half a manifest, and half of convo's own JSON, are never a whole one. */
  @Test
  void halfAFileIsNeverTakenForAWholeOne() throws IOException {
    byte[] whole = Files.readAllBytes(manifest);
    int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().length();
    for (int length = 0; length < end; length += 97) {
      Files.write(manifest, Arrays.copyOf(whole, length));
      assertThat(host.run("show", folder.toString()).code())
          .as("manifest, %s", length)
          .isEqualTo(9);
    }
    Files.write(manifest, whole);
    for (String format : List.of("json", "jsonl")) {
      String written = host.run("chatwoot", "42", "-o", format).out().stripTrailing();
      for (int length = 1; length < written.length(); length += 997) {
        host.stdin = written.substring(0, length);
        TestHost.Result shown = host.run("show", "-");
        assertThat(shown.code()).as(format + ", %s", length).isEqualTo(9);
        assertThat(shown.out()).isEmpty();
      }
    }
  }

  @Test
  void halfAnAnswerIsNeverTakenForAWholeOne() throws IOException {
    Path answer = folder.resolve("answer-2.json");
    byte[] whole = Files.readAllBytes(answer);
    for (int length = 0; length < whole.length; length += 499) {
      Files.write(answer, Arrays.copyOf(whole, length));
      refused("answer-2.json was changed since it was saved");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"convo\", \"version\": \"1.0.0\"}",
        "{\"schema\": \"https://json-schema.org/draft/2020-12/schema\"}",
        "{\"schema\": 1, \"provider\": \"chatwoot\"}",
        "{\"schema\": \"convo/1\"}",
        "{\"schema\": \"convo/1\", \"provider\": \"zendesk\", \"meta\": {}}",
        "{\"provider\": \"chatwoot\", \"id\": \"42\", \"messages\": []}",
        "{\"schema\": \"convo-diff/1\"}",
        "{\"schema\": \"convo-check/1\"}",
        "{\"schema\": \"convo-message/1\", \"provider\": \"chatwoot\"}",
        "{\"schema\": \"convo-message/1\", \"provider\": \"chatwoot\", \"conversation_id\": \"1\"}",
        "[]",
        "null",
        "\"text\"",
        "<html></html>",
        "%PDF-1.7",
        "{}"
      })
  void whatAnotherProgramHasWrittenIsRefused(String text) {
    Path file = home.resolve("other.json");
    write(file, text);

    TestHost.Result shown = host.run("show", file.toString());

    assertThat(shown.code()).isEqualTo(9);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err()).startsWith("convo: error: HOME/other.json: ");
  }

  /** Every text of a manifest, one after the other. */
  @Test
  void noTextOfAManifestReachesATerminalRaw() throws IOException {
    ObjectNode whole = read();
    for (int at = 0; at < count(whole); at++) {
      ObjectNode changed = whole.deepCopy();
      replace(changed, new int[] {at});
      write(changed);
      for (List<String> line :
          List.of(
              List.of("show", folder.toString(), "--details"),
              List.of("show", folder.toString(), "--json"),
              List.of("show", folder.toString(), "--check"),
              List.of("show", folder.toString(), "--check", "--json"),
              List.of("diff", folder.toString(), folder.toString()),
              List.of("diff", folder.toString()))) {
        TestHost.Result result = host.run(line.toArray(new String[0]));

        Hostile.assertHarmless(result);
        assertThat(result.err()).as(line + " " + at).doesNotContain("a bug in convo");
      }
    }
  }

  private static int count(JsonNode node) {
    int own = node.isTextual() ? 1 : 0;
    for (JsonNode inner : node) {
      own += count(inner);
    }
    return own;
  }

  private static void replace(JsonNode node, int[] left) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        if (member.getValue().isTextual() && left[0]-- == 0) {
          object.set(member.getKey(), new TextNode(Hostile.TEXT));
        }
        replace(member.getValue(), left);
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).isTextual() && left[0]-- == 0) {
          list.set(i, new TextNode(Hostile.TEXT));
        }
        replace(list.get(i), left);
      }
    }
  }

  @Test
  void aConversationsFolderThatIsALinkIsNotWrittenThrough() throws IOException {
    Path victim = Files.createDirectory(home.resolve("victim"));
    Path archive = Files.createDirectory(home.resolve("other"));
    Files.createSymbolicLink(archive.resolve("chatwoot-42"), victim);

    TestHost.Result result = host.run("chatwoot", "42", "-q", "--save", archive.toString());

    assertThat(result.code()).isEqualTo(12);
    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: cannot save to HOME/other: chatwoot-42 in it is not a folder
              hint: name another folder with --save
            """);
    assertThat(victim).isEmptyDirectory();
    assertThat(names(archive)).containsExactly("chatwoot-42");
  }

  /** Below an abandoned run's folder may be links: what they lead to stays. */
  @Test
  void whatAKilledRunHasLeftIsRemovedWithoutFollowingLinks() throws IOException {
    Path victim = Files.createDirectory(home.resolve("victim"));
    write(victim.resolve("file"), "mine");
    Path archive = home.resolve("archive");
    Path part = Files.createDirectories(archive.resolve(".convo-0.part/1"));
    Files.createSymbolicLink(part.resolve("attachments"), victim);
    Files.createSymbolicLink(archive.resolve(".convo-1.part"), victim);
    Files.createSymbolicLink(archive.resolve(".convo-0.part/lock"), victim.resolve("made"));

    assertThat(host.run("chatwoot", "7", "-q", "--save", archive.toString()).code()).isZero();

    assertThat(names(victim)).containsExactly("file");
    assertThat(victim.resolve("file")).hasContent("mine");
    assertThat(names(archive)).contains("chatwoot-42", "chatwoot-7", ".convo-1.part");
  }

  /** A run was killed when it had set the old version aside, and not put the new one there yet. */
  @Test
  void whatWasOnlySetAsideIsShown() throws IOException {
    Path archive = home.resolve("archive");
    host.run("chatwoot", "7", "-q", "--save", archive.toString());
    Files.move(folder, archive.resolve("chatwoot-42.2"));
    Files.move(archive.resolve("chatwoot-7"), archive.resolve("chatwoot-42.1"));

    TestHost.Result shown = host.run("show", archive.toString(), "-q", "-o", "messages");

    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out().lines().count()).isEqualTo(16);
    assertThat(shown.out().lines()).allMatch(line -> line.contains("\"conversation_id\":\"42\""));
  }

  /** What {@code --resume} takes for saved is whole, or it is fetched again. */
  @Test
  void whatWasChangedIsFetchedAgain() throws IOException {
    write(folder.resolve("answer-2.json"), "{}");

    TestHost.Result result =
        host.run("chatwoot", "42", "-q", "--resume", "--save", home.resolve("archive").toString());

    assertThat(result.out()).endsWith("16 messages, complete\n");
    assertThat(names(home.resolve("archive"))).containsExactly("chatwoot-42", "chatwoot-42.1");
    assertThat(host.run("show", "--check", folder.toString()).code()).isZero();
  }

  private void refused(String why) {
    TestHost.Result shown = host.run("show", folder.toString(), "--json");
    assertThat(shown.code()).as(shown.out()).isEqualTo(9);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err()).startsWith("convo: error: HOME/archive/chatwoot-42/").contains(why);
    TestHost.Result checked = host.run("show", "--check", folder.toString());
    assertThat(checked.code()).isEqualTo(9);
    assertThat(checked.out()).contains(why).doesNotContain("PLANTED");
  }

  private ObjectNode read() throws IOException {
    return (ObjectNode) JSON.readTree(manifest.toFile());
  }

  private void write(JsonNode changed) throws IOException {
    JSON.writeValue(manifest.toFile(), changed);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
