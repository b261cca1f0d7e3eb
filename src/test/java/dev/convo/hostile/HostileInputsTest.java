package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script or a file hands to convo is no safer than what a platform sends. */
class HostileInputsTest {
  /** A path cannot hold a NUL, nor can an argument. */
  private static final String WORD = Hostile.TEXT.replace("\0", "");

  /** Nor can a path hold half a character. */
  private static final String NAME = WORD.replace("\ud83d", "").replace("\udc4d", "");

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home).withSandbox();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  /** The sign @ stands for the hostile word, a blank for the next argument. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "--@",
        "-@",
        "@ 42",
        "help @",
        "completion @",
        "profile @",
        "profile show @",
        "profile init @",
        "profile add @",
        "profile add chatwoot -p @",
        "profile path @",
        "sandbox @",
        "sandbox --port @",
        "chatwoot @",
        "chatwoot 42@",
        "chatwoot https://@",
        "chatwoot https://elsewhere.example/app/accounts/1/conversations/42@",
        "chatwoot https://elsewhere.example/@/app/accounts/1/conversations/42",
        "chatwoot 42 --@",
        "chatwoot 42 -p @",
        "chatwoot 42 -o @",
        "chatwoot 42 -O none/@",
        "chatwoot 42 --base-url @",
        "chatwoot 42 --base-url https://elsewhere.example/@",
        "chatwoot 42 --timeout @",
        "chatwoot 42 --retries @",
        "chatwoot 42 --max-wait @",
        "chatwoot 42 --max-body @",
        "chatwoot 42 --ca-bundle @",
        "chatwoot 42 --concurrency @",
        "chatwoot 42 --tz @",
        "chatwoot 42 --color @",
        "chatwoot 42 --width @",
        "chatwoot 42 --account @",
        "chatwoot 42 --error-format @",
        "chatwoot 42 --dry-run --base-url https://elsewhere.example/@",
        "asapp @",
        "asapp @ --external-id",
        "asapp @ --external-id --dry-run",
        "asapp 42 --environment @",
        "salescaptain @",
        "salescaptain @ --dry-run",
        "salescaptain 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042 --company @",
        "salescaptain 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042 --company @ --dry-run",
        "workspace @",
        "workspace 66b1f0a94c2de8137a5d0042 --workspace @",
        "workspace 66b1f0a94c2de8137a5d0042 --workspace @ --dry-run",
        "crm @",
        "crm https://crm.example/@",
        "__complete chatwoot @",
        "__complete @",
      })
  void noArgumentIsEchoedRaw(String line) {
    for (String word :
        List.of(WORD, NAME, "\u202e" + WORD.replaceAll("\\s", ""), "'\"$(id)`id`\\" + WORD)) {
      for (String format : List.of("text", "json")) {
        host.variables.put("CONVO_ERROR_FORMAT", format);
        String[] arguments = line.split(" ", -1);
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = arguments[i].replace("@", word);
        }

        TestHost.Result result = host.run(arguments);

        Hostile.assertHarmless(result);
        assertThat(result.code()).isNotEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONVO_CONFIG",
        "CONVO_PROFILE",
        "CONVO_OUTPUT",
        "CONVO_TZ",
        "CONVO_CA_BUNDLE",
        "CONVO_ERROR_FORMAT",
        "CONVO_CHATWOOT_BASE_URL",
        "CONVO_CHATWOOT_ALLOW_HTTP",
        "CONVO_CHATWOOT_CA_BUNDLE",
        "CONVO_CHATWOOT_ACCOUNT_ID",
        "CONVO_CHATWOOT_API_ACCESS_TOKEN",
        "CONVO_CHATWOOT_TOKEN_HEADER",
        "CONVO_CHATWOOT_@",
        "CONVO_@",
        "XDG_CONFIG_HOME",
        "SSL_CERT_FILE",
        "HTTPS_PROXY",
        "NO_PROXY",
        "COLUMNS",
        "TZ",
      })
  void noVariableIsEchoedRaw(String name) {
    noVariableIsEchoedRaw(name, WORD);
    noVariableIsEchoedRaw(name, NAME);
  }

  private void noVariableIsEchoedRaw(String name, String word) {
    host.variables.put(name.replace("@", word), word);

    for (List<String> line :
        List.of(
            List.of("chatwoot", "42", "-v", "-v"),
            List.of("chatwoot", "42", "--dry-run"),
            List.of("chatwoot", "42", "--base-url", "https://127.0.0.1:1", "--retries", "0"),
            List.of("chatwoot", "42", "--error-format", "json"),
            List.of("profile", "show"),
            List.of("profile", "list"),
            List.of("profile", "path"))) {
      TestHost.Result result = host.run(line.toArray(new String[0]));

      Hostile.assertHarmless(result);
      assertThat(result.code()).as(result.err()).isNotEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[default.chatwoot]\nbase_url = '@'",
        "[default.chatwoot]\naccount_id = '@'",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = '@'",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = { env = '@' }",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = { file = '@' }",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = { command = ['@', '@'] }",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = { '@' = 'x' }",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = 'x'\ntoken_header = '@'",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = 'x'\n'@' = '@'",
        "[default.chatwoot]\naccount_id = 1\napi_access_token = 'x'\nca_bundle = '@'",
        "[default.'@']\naccount_id = 1",
        "['@'.chatwoot]\naccount_id = 1",
        "[convo]\n'@' = '@'",
        "[convo]\ndefault_profile = '@'",
        "[convo]\noutput = '@'",
        "[convo]\ntimeout = '@'",
        "[convo]\nproxy = '@'",
        "[default]\nproxy = '@'\n[default.chatwoot]\naccount_id=1\napi_access_token='x'",
        "[default]\n'@' = 1",
        "'@' = 1",
        "@",
        "[default.salescaptain]\ncompany_id = '@'\ntoken = 'x'",
      })
  void noWordOfTheProfileFileIsEchoedRaw(String toml) {
    for (String word : List.of(escaped(NAME))) {
      host.profiles(toml.replace("'", "\"").replace("@", word));
      for (List<String> line :
          List.of(
              List.of("chatwoot", "42", "-v", "-v", "--timeout", "2s", "--retries", "0"),
              List.of("chatwoot", "42", "--dry-run"),
              List.of("salescaptain", "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042", "--dry-run"),
              List.of("chatwoot", "42", "-p", "other", "--error-format", "json"),
              List.of("profile", "show"),
              List.of("profile", "list"),
              List.of("__complete", "chatwoot", "-p", ""))) {
        host.variables.put("HTTPS_PROXY", "http://127.0.0.1:1");

        TestHost.Result result = host.run(line.toArray(new String[0]));

        Hostile.assertHarmless(result);
        assertThat(result.code()).as(result.err()).isNotEqualTo(1);
      }
    }
  }

  @Test
  void noLineOfStandardInputIsEchoedRaw() {
    host.stdin = "\u001b[2J\n42\u202e\n\u0000\n" + "x".repeat(100_000) + "\n\ud83d\n42\u0085\n";

    TestHost.Result result = host.run("chatwoot", "-");

    Hostile.assertHarmless(result);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).allMatch(line -> line.length() < 1_000);
  }

  @Test
  void aFolderWithAHostileNameIsShownHarmless() throws IOException {
    Path file = home.resolve("folder \u001b[2J\u202e").resolve("profiles.toml");
    host.variables.put("CONVO_CONFIG", file.toString());

    for (List<String> line :
        List.of(
            List.of("profile", "init"),
            List.of("profile", "init"),
            List.of("profile", "path"),
            List.of("chatwoot", "42"))) {
      Hostile.assertHarmless(host.run(line.toArray(new String[0])));
    }
  }

  @Test
  void aFileWithAHostileNameIsWrittenAndNamedHarmless() throws IOException {
    Path file = home.resolve(NAME);
    Path folder = Files.createDirectory(home.resolve("folder" + NAME));

    assertThat(host.run("chatwoot", "42", "-vv", "-O", file.toString()).code()).isZero();
    assertThat(file).isNotEmptyFile();
    for (Path other : List.of(folder, home.resolve("none" + NAME).resolve("file"))) {
      TestHost.Result result = host.run("chatwoot", "42", "-O", other.toString());

      assertThat(result.code()).isEqualTo(12);
      assertThat(result.err())
          .startsWith("convo: error: cannot write HOME/")
          .contains("^[[2J^[]0;");
      Hostile.assertHarmless(result);
    }
  }

  /** As TOML writes what it does not take raw. */
  private static String escaped(String word) {
    StringBuilder out = new StringBuilder();
    word.codePoints().forEach(c -> out.append(String.format("\\U%08X", c)));
    return out.toString();
  }
}
