package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.session.Platform;
import dev.convo.show.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a whole, over the real stack and a real sandbox. */
class CliTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript", "markdown", "html", "json", "jsonl", "overview"})
  void everyProviderShowsItsSampleInEveryFormat(String format) {
    for (Platform platform : host.platforms()) {
      String name = platform.provider().descriptor().name();
      String id = platform.provider().descriptor().example();

      TestHost.Result result = host.run(name, id, "-o", format, "--width", "100", "--retries", "0");

      assertThat(result.err()).isEmpty();
      assertThat(result.code()).isZero();
      Golden.check("cli/" + name + "." + format, Golden.withoutStyle(result.out()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "csv"})
  void whatAFormatHasNoPlaceForIsANote(String format) {
    for (Platform platform : host.platforms()) {
      String name = platform.provider().descriptor().name();
      String id = platform.provider().descriptor().example();

      TestHost.Result result = host.run(name, id, "-o", format, "--retries", "0");

      assertThat(result.err().lines()).allMatch(line -> line.startsWith("convo: note: "));
      assertThat(result.code()).isZero();
      Golden.check("cli/" + name + "." + format, result.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "chatwoot", "asapp", "profile", "sandbox", "completion", "help"})
  void helpSaysWhatTheCommandDoes(String command) {
    TestHost.Result result = command.isEmpty() ? host.run() : host.run(command, "--help");

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    Golden.check("cli/help-" + (command.isEmpty() ? "convo" : command) + ".txt", result.out());
  }

  @Test
  void optionsMayStandBeforeTheCommand() {
    assertThat(host.run("--json", "--no-messages", "chatwoot", "42").out())
        .isEqualTo(host.run("chatwoot", "42", "--no-messages", "--json").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "csv"})
  void whatIsMissingIsSaidOnceOnStandardError(String format) {
    TestHost.Result result = host.run("chatwoot", "206", "-o", format, "--retries", "0");

    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: messages of conversation 206: the platform failed (HTTP 500): "Internal Server Error" (profile default, host 127.0.0.1:PORT)
              hint: try again in a few minutes
              request id: 5a4dbc00-0000-4000-8000-00001cc02067
            """);
    assertThat(result.code()).isEqualTo(8);
  }

  @Test
  void helpSaysWhereEachSecretIsFound() {
    for (Platform platform : host.platforms()) {
      Descriptor facts = platform.facts();

      String help = host.run("help", facts.name()).out().replaceAll("\\s+", " ");

      for (CredentialSpec secret : facts.credentials()) {
        assertThat(help).contains(" " + secret.key() + " " + secret.help() + " ");
      }
    }
  }

  @Test
  void theLastOfARepeatedOptionWins() {
    TestHost.Result result =
        host.run("chatwoot", "42", "-o", "json", "-o", "jsonl", "--no-messages");

    assertThat(result.out().lines()).hasSize(1);
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chatwot 42|there is no command 'chatwot'|did you mean chatwoot?",
        "chatwoot 42 --outptu json|there is no option --outptu|did you mean --output?",
        "chatwoot 42 -o jsno|--output: 'jsno' is not one of FORMATS|did you mean json?",
        "chatwoot 42 -o yaml|--output: 'yaml' is not one of FORMATS|did you mean json?",
        "chatwoot 42 -o pdf|--output: 'pdf' is not one of FORMATS|see 'convo help formats'",
        "chatwoot 42 --account x|--account: 'x' is not a whole number, 1 or more|an example is 3",
        "chatwoot 42 -p defalt|no profile defalt in HOME/.config/convo/profiles.toml|"
            + "default? the profiles are default, demo",
        "chatwoot 42 --timeout soon|--timeout: 'soon' is not a length of time such as 500ms, 30s or"
            + " 2m|see 'convo chatwoot --help'",
        "chatwoot 42 --profile|--profile needs a value: NAME|"
            + "NAME: Profile to use; 'demo' needs no account.",
        "completion|SHELL is missing|SHELL: bash, zsh, fish or powershell.",
        "help chatwot|there is no command or topic 'chatwot'|did you mean 'convo help chatwoot'?"
      })
  void aMistypedWordNamesTheNearest(String line, String message, String hint) {
    TestHost.Result result = host.run(line.split(" "));

    assertThat(result.out()).isEmpty();
    String said = message.replace("FORMATS", String.join(", ", OutputFormat.words()));
    assertThat(result.err()).isEqualTo("convo: error: " + said + "\n  hint: " + hint + "\n");
    assertThat(result.code()).isIn(2, 10);
  }

  @Test
  void aWrongIdSendsNothing() {
    TestHost.Result result = host.run("chatwoot", "42", "12abc", "-v");

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: '12abc' is not a valid conversation id for Chatwoot
              hint: an id looks like 42: a whole number; a link to the conversation works too
            """);
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void idsPipedInWithoutADashGetAHint() {
    host.inTerminal = false;
    host.stdin = "42\n";

    TestHost.Result result = host.run("chatwoot");

    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: which conversation? An id or a link is missing
              hint: to name one: convo chatwoot 42; to read ids from standard input: convo chatwoot -
            """);
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void aSavedConversationPipedInWithoutADashGetsAHint() {
    host.inTerminal = false;

    TestHost.Result result = host.run("show");

    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: which saved conversation? A folder or a file is missing
              hint: to name one: convo show archive/chatwoot-42; to read it from standard input: convo show -
            """);
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void severalConversationsComeInTheOrderAskedAndTheRestIsCounted() {
    host.stdin = "\uFEFF42\r\n\n# a comment\n  7  \nabc\n404404\n1\n";

    TestHost.Result result = host.run("chatwoot", "-", "--json", "-o", "jsonl", "--no-messages");

    assertThat(result.out().lines().map(line -> line.replaceAll(".*?\"id\":\"(\\d+)\".*", "$1")))
        .containsExactly("42", "7", "1");
    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: line 5: 'abc' is not a valid conversation id for Chatwoot
              hint: an id looks like 42: a whole number; a link to the conversation works too
            convo: error: conversation 404404: not found (HTTP 404): "Resource could not be found"; looked in account 1 from profiles.toml:13 (profile default, host 127.0.0.1:PORT)
              hint: check the id and the account: Chatwoot answers the same for both
              request id: 5a4dbc00-0000-4000-8000-00004ca7224a
            convo: 3 of 5 shown, 1 invalid, 1 not found
            """);
    assertThat(result.code()).isEqualTo(8);
  }

  @Test
  void emptyInputIsNoFault() {
    TestHost.Result result = host.run("chatwoot", "-");

    assertThat(result)
        .isEqualTo(new TestHost.Result(0, "", "convo: note: standard input held no ids\n"));
  }

  @Test
  void refusedCredentialsStopABatch() {
    host.profiles(
        """
        [default.chatwoot]
        base_url = "%s"
        account_id = 1
        api_access_token = "refused"
        """
            .formatted(host.base("chatwoot")));

    TestHost.Result result = host.run("chatwoot", "1", "7", "42", "12", "--concurrency", "1");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Invalid Access Token").contains("profiles.toml:4");
    assertThat(result.err().lines().reduce((a, b) -> b).orElseThrow())
        .matches("convo: 0 of 4 shown, [123] unauthorized, [123] not tried");
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void failFastEndsWithThatFailuresCode() {
    TestHost.Result result =
        host.run("chatwoot", "42", "404404", "7", "--fail-fast", "-o", "jsonl", "--no-messages");

    assertThat(result.out().lines()).hasSize(1);
    assertThat(result.code()).isEqualTo(5);
  }

  @Test
  void errorsCanBeJson() {
    TestHost.Result result = host.run("chatwoot", "404404", "--error-format", "json");

    assertThat(result.err())
        .isEqualTo(
            """
            {"error":{"code":"not_found","message":"conversation 404404: not found (HTTP 404): \\"Resource could not be found\\"; looked in account 1 from profiles.toml:13","hint":"check the id and the account: Chatwoot answers the same for both","exit_code":5,"provider":"chatwoot","profile":"default","host":"127.0.0.1:PORT","http_status":404,"retryable":false,"retry_after_s":null,"request_id":"5a4dbc00-0000-4000-8000-00004ca7224a","conversation_id":"404404"}}
            """);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aLinkWorksWhereAnIdDoes() {
    String link = host.base("chatwoot") + "/app/accounts/1/inbox/3/conversations/42/?x=1#m5";

    assertThat(host.run("chatwoot", link, "--json", "--no-messages").out())
        .isEqualTo(host.run("chatwoot", "42", "--json", "--no-messages").out());
  }

  @Test
  void aLinkElsewhereSendsNothing() {
    TestHost.Result result =
        host.run("chatwoot", "https://chat.example.com/app/accounts/1/conversations/42");

    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: the link is for https://chat.example.com, not for http://127.0.0.1:PORT/chatwoot
              hint: set base_url to the link's host, or name it with --base-url
            """);
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void aDryRunReadsNoSecretAndSendsNothing() {
    host.profiles(
        """
        [default.chatwoot]
        account_id = 3
        api_access_token = { command = ["false"] }
        """);

    TestHost.Result result = host.run("chatwoot", "42", "--dry-run");

    assertThat(result)
        .isEqualTo(
            new TestHost.Result(
                0,
                """
                # conversation 42
                curl -sS \\
                  -H "api_access_token: $CONVO_CHATWOOT_API_ACCESS_TOKEN" \\
                  'https://app.chatwoot.com/api/v1/accounts/3/conversations/42'
                # messages of conversation 42
                curl -sS \\
                  -H "api_access_token: $CONVO_CHATWOOT_API_ACCESS_TOKEN" \\
                  'https://app.chatwoot.com/api/v1/accounts/3/conversations/42/messages'
                """,
                ""));
  }

  @Test
  void publicOnlyHidesWhatTheCustomerDidNotSee() {
    for (String format : List.of("table", "transcript", "markdown", "html", "json", "jsonl")) {
      String chatwoot = host.run("chatwoot", "42", "--public-only", "-o", format).out();
      String workspace =
          host.run("workspace", "66b1f0a94c2de8137a5d0042", "--public-only", "-o", format).out();
      String crm =
          host.run("crm", "c41d7e90-2b6a-4f38-9e15-7a3f0b6d0042", "--public-only", "-o", format)
              .out();

      assertThat(chatwoot).contains("Enjoy the light").doesNotContain("B-11", "Assigned to");
      assertThat(workspace).contains("closed shoes".substring(1)).doesNotContain("falling is half");
      assertThat(crm).contains("Thursday saves us").doesNotContain("pallet. Do not", "lost by the");
    }
  }

  @Test
  void rawRefusesPublicOnlyAndATerminal() {
    assertThat(host.run("chatwoot", "42", "-o", "raw", "--public-only").code()).isEqualTo(2);
    host.outTerminal = true;
    assertThat(host.run("chatwoot", "42", "-o", "raw").code()).isEqualTo(2);
  }

  @Test
  void plantedCredentialsAreInNoFormatButRaw() {
    String raw = host.run("chatwoot", "13", "-o", "raw").out();
    assertThat(raw).contains("planted");

    for (String format : List.of("table", "transcript", "markdown", "html", "json", "jsonl")) {
      assertThat(host.run("chatwoot", "13", "-o", format).out()).doesNotContain("planted-");
    }
  }

  @Test
  void demoWorksWhateverTheEnvironmentSays() {
    for (String name :
        List.of(
            "CONVO_CONFIG",
            "CONVO_PROFILE",
            "CONVO_CA_BUNDLE",
            "CONVO_ERROR_FORMAT",
            "CONVO_CHATWOOT_BASE_URL",
            "CONVO_CHATWOOT_API_ACCESS_TOKEN",
            "CONVO_CHATWOOT_ACCOUNT_ID",
            "HTTPS_PROXY",
            "HTTP_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            "COLUMNS",
            "TZ",
            "HOME")) {
      host.variables.put(name, "\u001b[31m nonsense ://");
    }

    TestHost.Result result = host.run("chatwoot", "42", "-p", "demo");

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).endsWith("16 messages, complete\n");
  }

  @Test
  void theDemoHeedsHowResultsShouldLook() {
    host.variables.put("CONVO_OUTPUT", "transcript");
    host.variables.put("CONVO_TZ", "Asia/Tokyo");
    host.variables.put("FORCE_COLOR", "1");

    TestHost.Result demo = host.run("chatwoot", "42", "-p", "demo");

    assertThat(demo.out()).contains("\u001b[", "· Asia/Tokyo ");
    host.variables.put("CONVO_OUTPUT", "jsno");
    assertThat(host.run("chatwoot", "42", "-p", "demo"))
        .isEqualTo(
            new TestHost.Result(
                10,
                "",
                """
                convo: error: CONVO_OUTPUT: there is no format 'jsno'
                  hint: did you mean json?
                """));
  }

  @Test
  void theDemoShowsNoLinkThatIsDeadWhenItIsRead() {
    TestHost.Result first = host.run("chatwoot", "42", "-p", "demo", "-o", "json");

    assertThat(first.out()).contains("\"url\": null,\n  \"status\"");
    assertThat(host.run("chatwoot", "42", "-o", "json").out()).contains("/conversations/42\",");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80})
  void helpBreaksNoPathAndNoAddress(int columns) {
    host.outTerminal = true;
    host.columns = columns;
    host.variables.putAll(Map.of("NO_COLOR", "1", "PAGER", "cat"));

    assertThat(host.run("completion", "--help").out())
        .contains("~/.local/share/bash-completion/completions/convo");
    for (Platform platform : host.platforms()) {
      assertThat(host.run(platform.provider().descriptor().name(), "--help").out())
          .contains("\n" + platform.provider().descriptor().docs() + "\n");
    }
  }

  @Test
  void helpListsEveryMarkOfTheTableAndTheTranscript() {
    List<String> first =
        host.run("help", "formats")
            .out()
            .lines()
            .map(line -> line.strip().split("  +", -1)[0])
            .toList();

    assertThat(first)
        .containsSubsequence(">", "→", "#", ">", "<", "·", "!", "x", "?", "+")
        .containsSubsequence("note|", "system|", "not sent|", "failed|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "init", "list", "path", "show"})
  void helpOfProfilesSaysWhatTheCommandDoes(String command) {
    Golden.check(
        "cli/help-profile-" + command + ".txt", host.run("profile", command, "--help").out());
  }

  @Test
  void anOutputFileIsWholeAndPrivate() throws Exception {
    Path file = home.resolve("out.json");

    TestHost.Result result = host.run("chatwoot", "42", "--json", "-O", file.toString());

    assertThat(result).isEqualTo(new TestHost.Result(0, "", ""));
    assertThat(Files.readString(file)).startsWith("{\n").endsWith("}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(host.run("chatwoot", "404404", "--json", "-O", file.toString()).code()).isEqualTo(5);
    assertThat(Files.readString(file)).startsWith("{\n");
  }

  @Test
  void anOutputFileWithoutAFolderFailsBeforeAnyRequest() {
    TestHost.Result result = host.run("chatwoot", "42", "-v", "-O", home + "/none/out.json");

    assertThat(result.err())
        .isEqualTo(
            """
            convo: error: cannot write HOME/none/out.json: there is no folder HOME/none
              hint: name another file with -O
            """);
    assertThat(result.code()).isEqualTo(12);
  }

  @Test
  void aRateLimitIsWaitedOut() {
    TestHost.Result result = host.run("chatwoot", "429", "--no-messages", "-o", "jsonl");

    assertThat(result.code()).isZero();
    assertThat(host.slept).isNotEmpty();
  }

  @Test
  void aMisspeltVariableIsNamedWhereTheRightOneIsMissing() {
    try (TestHost bare = new TestHost(home.resolve("elsewhere"))) {
      bare.variables.put("CONVO_CHATWOOT_ACOUNT_ID", "3");
      bare.variables.put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "test-token");

      TestHost.Result result = bare.run("chatwoot", "42");

      assertThat(result)
          .isEqualTo(
              new TestHost.Result(
                  10,
                  "",
                  """
                  convo: note: CONVO_CHATWOOT_ACOUNT_ID is not a variable that convo knows; set CONVO_CHATWOOT_ACCOUNT_ID
                  convo: error: CONVO_CHATWOOT_ACCOUNT_ID is not set, and there is no profile file at HOME/.config/convo/profiles.toml
                    hint: set it, or write the file: convo profile add chatwoot
                  """));
    }
  }

  @Test
  void aProfileThatIsTypedIsTakenAsItIs() {
    host.variables.put("CONVO_CHATWOOT_ACCOUNT_ID", "9");

    TestHost.Result typed = host.run("chatwoot", "42", "-p", "default", "-o", "jsonl");
    TestHost.Result chosen = host.run("chatwoot", "42", "-o", "jsonl");

    assertThat(typed.code()).isZero();
    assertThat(typed.err())
        .isEqualTo("convo: note: CONVO_CHATWOOT_ACCOUNT_ID: ignored, because -p was given\n");
    assertThat(chosen.code()).isEqualTo(5);
  }

  @Test
  void aMessagesCallThatFailsLeavesTheConversation() {
    TestHost.Result result = host.run("chatwoot", "206", "-o", "json", "--retries", "0");

    assertThat(result.code()).isEqualTo(8);
    assertThat(result.out()).contains("\"complete\": false", "It does, from April.");
    assertThat(result.err())
        .startsWith("convo: error: messages of conversation 206: the platform failed");
  }

  @Test
  void noMessagesMeansOneCall() {
    TestHost.Result result = host.run("chatwoot", "42", "--no-messages", "-o", "jsonl", "-v");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("\"messages\":[]", "\"complete\":null", "\"requests\":1");
    assertThat(result.err().lines()).hasSize(1);
  }
}
