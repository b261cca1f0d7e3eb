package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Query;
import dev.convo.provider.asapp.Asapp;
import dev.convo.provider.chatwoot.Chatwoot;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdReaderTest {
  private static final URI BASE = URI.create("https://chat.example.com");
  private static final Descriptor CHATWOOT = new Chatwoot().descriptor();
  private static final Descriptor ASAPP = new Asapp().descriptor();

  private final Map<String, String> settings = new HashMap<>();
  private Source source = Source.variable("CONVO_X");
  private final List<String> notes = new ArrayList<>();

  @Test
  void anIdIsAskedForWithTheSettingsOfTheAccount() {
    settings.put("account_id", "3");

    Query query = reader(CHATWOOT).read("42", 0).query();

    assertThat(query).isEqualTo(new Query("42", BASE, settings, Query.Messages.ALL));
  }

  @Test
  void aLinkSaysItsIdAndItsAccount() {
    String link = BASE + "/app/accounts/7/conversations/42?messageId=1#x";

    Query query = reader(CHATWOOT).read(link, 0).query();

    assertThat(query)
        .isEqualTo(new Query("42", BASE, Map.of("account_id", "7"), Query.Messages.ALL));
    assertThat(notes).isEmpty();
  }

  @Test
  void theAccountOfALinkWinsAndANoteSaysSo() {
    settings.put("account_id", "3");

    Query query = reader(CHATWOOT).read(BASE + "/app/accounts/7/conversations/42", 0).query();

    assertThat(query.settings()).containsExactly(Map.entry("account_id", "7"));
    assertThat(notes).containsExactly("the link's account_id 7 is used, not 3 from CONVO_X");
  }

  @Test
  void aLinkMayNotContradictWhatWasTyped() {
    settings.put("account_id", "3");
    source = Source.option("--account");

    assertThat(refused(CHATWOOT, BASE + "/app/accounts/7/conversations/42", 0))
        .isEqualTo(
            "the link says account_id 7, but --account 3;"
                + " leave out --account, or paste the id instead of the link");
  }

  /** A link holds the platform's own id, whatever the ids typed beside it are. */
  @Test
  void theIdOfALinkIsNeverAnExternalOne() {
    settings.put("external_id", "true");
    String link = BASE + "/conversation/v1/conversations/01JQ8Z4M6T9XK2VBN5RCWH0042";

    Query query = reader(ASAPP).read(link, 0).query();

    assertThat(query.id()).isEqualTo("01JQ8Z4M6T9XK2VBN5RCWH0042");
    assertThat(query.settings()).isEmpty();
    assertThat(reader(ASAPP).read("order 7", 0).query().settings()).isEqualTo(settings);
  }

  @Test
  void aLinkOfAnotherHostIsRefused() {
    assertThat(refused(CHATWOOT, "https://other.example/app/accounts/7/conversations/42", 0))
        .isEqualTo(
            "the link is for https://other.example, not for https://chat.example.com;"
                + " use --profile other");
  }

  @Test
  void aLinkOfNoKnownFormIsRefused() {
    assertThat(refused(CHATWOOT, BASE + "/app/accounts/7/contacts/42", 0))
        .isEqualTo("convo does not know this form of link; paste the id instead");
    assertThat(refused(CHATWOOT, "https:///app", 0))
        .isEqualTo("'https:///app' is not a link; paste the id instead");
  }

  @Test
  void aWrongIdNamesItsLineAndIsCut() {
    assertThat(refused(CHATWOOT, "x".repeat(120), 7))
        .isEqualTo(
            "line 7: '"
                + "x".repeat(99)
                + "…' is not a valid conversation id for Chatwoot; an id looks like 42: "
                + CHATWOOT.idHelp());
  }

  @Test
  void aLineWithoutEndIsNoId() {
    Failure failure = catchThrowableOfType(Failure.class, () -> reader(CHATWOOT).read(null, 2));

    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    assertThat(failure.message())
        .isEqualTo("line 2: longer than 64 KiB, too long for an id or a link");
  }

  @Test
  void whatWasMeantIsSuggested() {
    assertThat(refused(CHATWOOT, "41,42", 0))
        .endsWith("put spaces between ids: convo chatwoot 41 42");
    assertThat(refused(CHATWOOT, "41 42", 0))
        .endsWith("put spaces between ids, outside the quotes: convo chatwoot 41 42");
    assertThat(refused(CHATWOOT, "#42", 0)).endsWith("leave out the #: convo chatwoot 42");
    assertThat(refused(CHATWOOT, "@ids", 0))
        .endsWith("to read ids from a file: convo chatwoot - < ids");
    assertThat(refused(CHATWOOT, "pom.xml", 0))
        .endsWith("to read ids from a file: convo chatwoot - < pom.xml");
  }

  private String refused(Descriptor facts, String typed, int line) {
    Failure failure = catchThrowableOfType(Failure.class, () -> reader(facts).read(typed, line));
    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    return failure.message() + "; " + failure.hint();
  }

  private IdReader reader(Descriptor facts) {
    Accounts accounts =
        new Accounts() {
          @Override
          public Account account(Map<String, String> linked) {
            Map<String, String> all = new HashMap<>(settings);
            all.putAll(linked);
            return Account.builtIn("test", facts, BASE, all);
          }

          @Override
          public Optional<Sourced> setting(String key) {
            return Optional.ofNullable(settings.get(key)).map(value -> new Sourced(value, source));
          }

          @Override
          public Optional<Sourced> general(String key) {
            return Optional.empty();
          }

          @Override
          public String elsewhere(URI link) {
            return "use --profile other";
          }

          @Override
          public Map<String, String> variables() {
            return Map.of();
          }
        };
    return new IdReader(facts, accounts, Query.Messages.ALL, (Note note) -> notes.add(note.text()));
  }
}
