package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.show.OutputFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code convo __complete} tells the shells. */
class CompleterTest {
  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home).profiles("[work.crm]\ntoken = \"t\"\n[home.crm]\ntoken = \"t\"\n");
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void commandsComeWithWhatTheyDo() {
    assertThat(complete(""))
        .isEqualTo(
            """
            asapp\tShows an ASAPP conversation.
            chatwoot\tShows a Chatwoot conversation, from its cloud or your own server.
            completion\tPrints the completion script of a shell.
            crm\tShows an oHallo conversation.
            diff\tShows what changed in a conversation since it was saved.
            help\tShows the help of a command, or a page on one topic.
            profile\tManages profiles: the accounts convo can use.
            salescaptain\tShows a SalesCaptain conversation.
            sandbox\tServes all platforms' APIs on this machine, with sample conversations.
            show\tShows saved conversations, with no network.
            workspace\tShows a Trillet conversation.
            """);
    assertThat(complete("c"))
        .isEqualTo(
            """
            chatwoot\tShows a Chatwoot conversation, from its cloud or your own server.
            completion\tPrints the completion script of a shell.
            crm\tShows an oHallo conversation.
            """);
  }

  @Test
  void anAliasIsOfferedOnceItIsBegun() {
    assertThat(complete("tr")).isEqualTo("trillet\tShows a Trillet conversation.\n");
    assertThat(complete("ohallo", "--dr"))
        .isEqualTo(
            """
            --dry-run\tPrint the requests as curl commands; send nothing and read no secrets.
            """);
  }

  @Test
  void commandsBelowACommandAreOffered() {
    assertThat(complete("profile", ""))
        .isEqualTo(
            """
            add\tAsks for an account and adds it to the profile file.
            init\tWrites a starter file with comments; never replaces a file.
            list\tLists the profiles and their providers.
            path\tPrints the path of the profile file.
            show\tShows a profile's settings and where each comes from.
            """);
    assertThat(complete("profile", "sh"))
        .isEqualTo(
            """
            show\tShows a profile's settings and where each comes from.
            """);
  }

  @Test
  void optionsComeWithWhatTheyMean() {
    assertThat(complete("chatwoot", "--no-"))
        .isEqualTo(
            """
            --no-color\tThe same as --color never.
            --no-input\tNever ask anything.
            --no-messages\tFetch the conversation without its messages, in one request.
            --no-pager\tDo not use a pager.
            """);
    assertThat(complete("chatwoot", "42", "--acc"))
        .isEqualTo("--account\tNumber after /accounts/ in Chatwoot's address.\n");
  }

  @Test
  void aShortOptionIsTakenAsItIs() {
    assertThat(complete("chatwoot", "-p"))
        .isEqualTo(
            """
            -p\tProfile to use; 'demo' needs no account.
            """);
  }

  @Test
  void anOptionsValuesAreOfferedHoweverTheyAreWritten() {
    assertThat(complete("crm", "-o", "").lines()).containsExactlyElementsOf(OutputFormat.words());
    assertThat(complete("crm", "--output", "js")).isEqualTo("json\njsonl\n");
    assertThat(complete("crm", "--output=js")).isEqualTo("--output=json\n--output=jsonl\n");
    assertThat(complete("crm", "-ojs")).isEqualTo("-ojson\n-ojsonl\n");
    assertThat(complete("crm", "--color", "")).isEqualTo("auto\nalways\nnever\n");
    assertThat(complete("crm", "--error-format="))
        .isEqualTo("--error-format=text\n--error-format=json\n");
    assertThat(complete("asapp", "--environment", "")).isEqualTo("production\nsandbox\n");
    assertThat(complete("crm", "--tz", "Asia/To")).isEqualTo("Asia/Tokyo\nAsia/Tomsk\n");
  }

  @Test
  void theWordsOfAListAreOfferedBehindEachComma() {
    assertThat(complete("crm", "--role", "")).isEqualTo("customer\nagent\nbot\nsystem\nunknown\n");
    assertThat(complete("crm", "--role", "bot,a")).isEqualTo("bot,agent\n");
    assertThat(complete("crm", "--role", "bot,agent,customer,system,"))
        .isEqualTo("bot,agent,customer,system,unknown\n");
    assertThat(complete("crm", "--redact=name,i"))
        .isEqualTo("--redact=name,iban\n--redact=name,ip\n");
    assertThat(complete("crm", "--only=failed,un")).isEqualTo("--only=failed,unsent\n");
    assertThat(complete("crm", "--fields", "at,mail.s")).isEqualTo("at,mail.subject\n");
  }

  @Test
  void anOptionThatNeedsNoValueTakesNoneFromTheNextWord() {
    assertThat(complete("crm", "--redact", "")).isEmpty();
    assertThat(complete("crm", "--redact", "-o", "csv", "--fie")).startsWith("--fields\t");
    assertThat(complete("crm", "--redact", "-o", "js")).isEqualTo("json\njsonl\n");
  }

  @Test
  void aValueThatMayBeAnythingIsLeftToTheUser() {
    assertThat(complete("crm", "--width", "")).isEmpty();
    assertThat(complete("crm", "--width", "c")).isEmpty();
    assertThat(complete("crm", "")).isEmpty();
  }

  @Test
  void profilesAreThoseOfTheFile() {
    assertThat(complete("crm", "-p", "")).isEqualTo("work\nhome\ndemo\n");
    assertThat(complete("crm", "--profile=w")).isEqualTo("--profile=work\n");
    assertThat(complete("profile", "show", "")).isEqualTo("work\nhome\ndemo\n");
    assertThat(complete("profile", "show", "work", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[work", "[WORK.crm]\n", "work = 3\n"})
  void aBrokenProfileFileLeavesTheDemo(String text) {
    host.profiles(text);

    assertThat(complete("crm", "-p", "")).isEqualTo("demo\n");
  }

  @Test
  void optionsBeforeTheCommandAreThoseOfAnyCommand() {
    assertThat(complete("-p", "h")).isEqualTo("home\n");
    assertThat(complete("--json", "chat"))
        .isEqualTo(
            """
            chatwoot\tShows a Chatwoot conversation, from its cloud or your own server.
            """);
    assertThat(complete("-p", "work", "--js")).isEqualTo("--json\tThe same as -o json.\n");
    assertThat(complete("--acc"))
        .isEqualTo("--account\tNumber after /accounts/ in Chatwoot's address.\n");
    assertThat(complete("--output-file=")).isEqualTo(":files\n");
  }

  @Test
  void filesAreLeftToTheShell() {
    assertThat(complete("crm", "-O", "")).isEqualTo(":files\n");
    assertThat(complete("crm", "-Oout")).isEqualTo(":files\n");
    assertThat(complete("crm", "--ca-bundle", "/etc/ssl")).isEqualTo(":files\n");
    assertThat(complete("crm", "--ca-bundle=x")).isEqualTo(":files\n");
    assertThat(complete("show", "inc")).isEqualTo(":files\n");
    assertThat(complete("show", "incident/1", "inc")).isEqualTo(":files\n");
    assertThat(complete("show", "--", "-odd")).isEqualTo(":files\n");
    assertThat(complete("diff", "")).isEqualTo(":files\n");
    assertThat(complete("diff", "old", "")).isEqualTo(":files\n");
    assertThat(complete("diff", "old", "new", "")).isEmpty();
  }

  @Test
  void nothingIsAnOptionOrACommandBehindTwoDashes() {
    assertThat(complete("chatwoot", "--", "--js")).isEmpty();
    assertThat(complete("--", "chat")).isEmpty();
    assertThat(complete("chatwoot", "--", "-o", "")).isEmpty();
    assertThat(complete("help", "--", "exit")).isEqualTo("exit-codes\ttopic\n");
  }

  @Test
  void providersShellsAndTopicsAreOfferedWhereTheyStand() {
    assertThat(complete("profile", "add", ""))
        .isEqualTo(
            """
            salescaptain
            asapp
            chatwoot
            crm
            workspace
            """);
    assertThat(complete("profile", "init", "crm", "c")).isEqualTo("chatwoot\ncrm\n");
    assertThat(complete("completion", ""))
        .isEqualTo(
            """
            bash
            zsh
            fish
            powershell
            """);
    assertThat(complete("completion", "bash", "")).isEmpty();
    assertThat(complete("help", "p"))
        .isEqualTo(
            """
            profile\tManages profiles: the accounts convo can use.
            profiles\ttopic
            """);
    assertThat(complete("help", "profile", ""))
        .isEqualTo(
            """
            add\tAsks for an account and adds it to the profile file.
            init\tWrites a starter file with comments; never replaces a file.
            list\tLists the profiles and their providers.
            path\tPrints the path of the profile file.
            show\tShows a profile's settings and where each comes from.
            """);
  }

  @Test
  void wordsNobodyKnowsAreFollowedByNothing() {
    assertThat(complete("chatwot", "")).isEmpty();
    assertThat(complete("help", "chatwot", "")).isEmpty();
    assertThat(complete("chatwoot", "--outptu=")).isEmpty();
    assertThat(complete("chatwoot", "--json=")).isEmpty();
    assertThat(complete("chatwoot", "a b'\"\u00e4")).isEmpty();
    assertThat(complete()).startsWith("asapp\t");
  }

  private String complete(String... words) {
    String[] args = new String[words.length + 1];
    args[0] = "__complete";
    System.arraycopy(words, 0, args, 1, words.length);

    TestHost.Result result = host.run(args);

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }
}
