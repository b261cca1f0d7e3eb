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
import dev.convo.source.IdReader.Asked;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    Query query = read(CHATWOOT, "42");

    assertThat(query).isEqualTo(new Query("42", BASE, settings, true));
  }

  @Test
  void aLinkSaysItsIdAndItsAccount() {
    String link = BASE + "/app/accounts/7/conversations/42?messageId=1#x";

    Query query = read(CHATWOOT, link);

    assertThat(query).isEqualTo(new Query("42", BASE, Map.of("account_id", "7"), true));
    assertThat(notes).isEmpty();
  }

  @Test
  void theAccountOfALinkWinsAndANoteSaysSo() {
    settings.put("account_id", "3");

    Query query = read(CHATWOOT, BASE + "/app/accounts/7/conversations/42");

    assertThat(query.settings()).containsExactly(Map.entry("account_id", "7"));
    assertThat(notes).containsExactly("the link's account_id 7 is used, not 3 from CONVO_X");
  }

  @Test
  void aLinkMayNotContradictWhatWasTyped() {
    settings.put("account_id", "3");
    source = Source.option("--account");

    assertThat(refused(CHATWOOT, BASE + "/app/accounts/7/conversations/42"))
        .isEqualTo(
            "the link says account_id 7, but --account 3;"
                + " leave out --account, or paste the id instead of the link");
  }

  /** A link holds the platform's own id, whatever the ids typed beside it are. */
  @Test
  void theIdOfALinkIsNeverAnExternalOne() {
    settings.put("external_id", "true");
    String link = BASE + "/conversation/v1/conversations/01JQ8Z4M6T9XK2VBN5RCWH0042";

    Query query = read(ASAPP, link);

    assertThat(query.id()).isEqualTo("01JQ8Z4M6T9XK2VBN5RCWH0042");
    assertThat(query.settings()).isEmpty();
    assertThat(read(ASAPP, "order 7").settings()).isEqualTo(settings);
  }

  @Test
  void aLinkOfAnotherHostIsRefused() {
    settings.put("account_id", "3");

    assertThat(refused(CHATWOOT, "https://other.example/app/accounts/7/conversations/42"))
        .isEqualTo(
            "the link is for https://other.example, not for https://chat.example.com;"
                + " use --profile other");
    assertThat(notes).isEmpty();
  }

  @Test
  void aLinkOfNoKnownFormIsRefused() {
    assertThat(refused(CHATWOOT, BASE + "/app/accounts/7/contacts/42"))
        .isEqualTo("convo does not know this form of link; paste the id instead");
    assertThat(refused(CHATWOOT, "https:///app"))
        .isEqualTo("'https:///app' is not a link; paste the id instead");
  }

  @Test
  void aWrongIdNamesItsLineAndIsCut() {
    assertThat(all(agenda(List.of("-"), "\n\n" + "x".repeat(120))))
        .containsExactly(
            "line 3: '" + "x".repeat(99) + "…' is not a valid conversation id for Chatwoot");
    assertThat(refused(CHATWOOT, "x")).endsWith("; an id looks like 42: " + CHATWOOT.idHelp());
  }

  @Test
  void aLineWithoutEndIsNoId() {
    Agenda<Asked> agenda = agenda(List.of("-"), "1\n" + "9".repeat(Lines.LONGEST + 1) + "\n4");

    assertThat(all(agenda))
        .containsExactly("1", "line 2: longer than 64 KiB, too long for an id or a link", "4");
  }

  @Test
  void whatWasMeantIsSuggested() {
    assertThat(refused(CHATWOOT, "41,42")).endsWith("put spaces between ids: convo chatwoot 41 42");
    assertThat(refused(CHATWOOT, "41 42"))
        .endsWith("put spaces between ids, outside the quotes: convo chatwoot 41 42");
    assertThat(refused(CHATWOOT, "#42")).endsWith("leave out the #: convo chatwoot 42");
    assertThat(refused(CHATWOOT, "@ids"))
        .endsWith("to read ids from a file: convo chatwoot - < ids");
    assertThat(refused(CHATWOOT, "pom.xml"))
        .endsWith("to read ids from a file: convo chatwoot - < pom.xml");
  }

  @Test
  void aDashIsReplacedByStandardInput() {
    assertThat(all(agenda(List.of("1", "-", "9"), "2\n3\n"))).containsExactly("1", "2", "3", "9");
  }

  @Test
  void standardInputIsNotReadBeforeItIsDue() {
    Agenda<Asked> agenda =
        reader(CHATWOOT)
            .agenda(
                List.of("1", "-"),
                () -> {
                  throw new IllegalStateException("read too early");
                },
                asked -> {});

    assertThat(agenda.next().map(IdReaderTest::words)).contains("1");
    assertThat(agenda.namedLeft()).isZero();
  }

  @Test
  void whatIsTypedAndNotHandedOutIsCounted() {
    Agenda<Asked> agenda = agenda(List.of("1", "-", "2", "3"), "5\n6\n");

    agenda.next();

    assertThat(agenda.namedLeft()).isEqualTo(2);
  }

  private Agenda<Asked> agenda(List<String> names, String stdin) {
    Lines lines = new Lines(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
    return reader(CHATWOOT).agenda(names, () -> lines, asked -> {});
  }

  private static List<String> all(Agenda<Asked> agenda) {
    return Stream.generate(agenda::next)
        .takeWhile(Optional::isPresent)
        .map(item -> words(item.get()))
        .toList();
  }

  private static String words(Batch.Item<Asked> item) {
    Asked asked = item.result();
    return asked == null ? Objects.requireNonNull(item.failure()).message() : asked.query().id();
  }

  private Query read(Descriptor facts, String typed) {
    List<Query> read = new ArrayList<>();
    reader(facts)
        .agenda(
            List.of(typed),
            () -> new Lines(InputStream.nullInputStream()),
            asked -> read.add(asked.query()));
    return read.get(0);
  }

  private String refused(Descriptor facts, String typed) {
    Failure failure = catchThrowableOfType(Failure.class, () -> read(facts, typed));
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
    return new IdReader(facts, accounts, true, (Note note) -> notes.add(note.text()));
  }
}
