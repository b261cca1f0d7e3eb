package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options that choose messages, from the command line to what is shown. */
class SelectOptionsTest {
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
  @CsvSource({
    "grep-table,--grep CRACK -i -C 1",
    "failed-transcript,--only failed -o transcript",
    "public-head,--public-only --head 2 --role customer",
    "message-json,--message 12 -o json",
    "until,--until 2026-03-16T08:03 --tz UTC --without system",
    "fields,--fields number,at,author.name,mail.subject,text --tail 4",
    "none,--grep zzz",
    "colour,--grep crack --color always",
  })
  void whatIsChosenIsShownAndTheRestCounted(String golden, String options) {
    TestHost.Result result = host.run(("chatwoot 42 --width 80 " + options).split(" "));

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    Golden.check("cli/select-" + golden + ".txt", result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "--role agnet~--role: 'agnet' is not one of customer, agent, bot, system, unknown~"
            + "did you mean agent?",
        "--only note~--only: 'note' is not one of notes, system, failed, unsent, deleted,"
            + " attachments, calls, mail~did you mean notes?",
        "--since yesterday~--since: 'yesterday' is not a time~write a date (2026-03-15), a date and"
            + " time (2026-03-15T08:00, with +01:00 or Z where it has a zone of its own) or an age"
            + " (90m, 2h, 3d)",
        "--tail few~--tail: 'few' is not a whole number, 0 or more~see 'convo chatwoot --help'",
        "-C 2~-C needs --grep REGEX~add --grep, or leave it out",
        "--tail 2 -o raw~--tail cannot be used with -o raw, which shows what the platform sent~"
            + "use -o json",
        "--fields text -o json~--fields chooses columns, and -o json has none~use -o csv",
      })
  void aWrongOptionNamesThePlaceAndWhatIsAllowed(String options, String message, String hint) {
    TestHost.Result result = host.run(("chatwoot 42 " + options).split(" "));

    assertThat(result.err()).isEqualTo("convo: error: " + message + "\n  hint: " + hint + "\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "autor.name~did you mean author.name? the fields are provider, conversation_id, ",
        "Number~did you mean number? the fields are provider, ",
        "time~did you mean at? the fields are provider, ",
        "body~did you mean text? the fields are provider, ",
        "content~did you mean text? the fields are provider, ",
        "name~did you mean customer.name or assignee.name or author.name? the fields are provider, ",
        "author~did you mean author.id or author.name? the fields are provider, ",
        "colour~the fields are provider, ",
      })
  void anUnknownFieldNamesThoseThatMayBeMeantAndAll(String field, String hint) {
    TestHost.Result result = host.run("chatwoot", "42", "--fields", "text," + field);

    assertThat(result.err())
        .startsWith("convo: error: --fields: there is no field '" + field + "'\n  hint: " + hint)
        .endsWith(", attachments and attributes.NAME\n");
    assertThat(result.code()).isEqualTo(2);
  }

  /** A search through many conversations finds its word in a few. */
  @Test
  void ofSeveralConversationsSomeMayHaveNoMatch() {
    TestHost.Result result =
        host.run("chatwoot", "42", "7", "-o", "csv", "--only", "failed", "--fields", "number");

    assertThat(result)
        .isEqualTo(new TestHost.Result(0, "number\r\n12\r\n", "convo: 2 of 2 shown\n"));
  }

  @Test
  void whereNoConversationHasAMatchThatIsSaidOnce() {
    TestHost.Result nothing =
        new TestHost.Result(
            0,
            "",
            """
            convo: note: no conversation has a message to show; the first: no message matches\
             --grep zzzz
            convo: 2 of 2 shown
            """);
    host.stdin = host.run("chatwoot", "42", "7", "-o", "jsonl").out();

    assertThat(host.run("chatwoot", "42", "7", "-o", "messages", "--grep", "zzzz"))
        .isEqualTo(nothing);
    assertThat(host.run("show", "-", "-o", "messages", "--grep", "zzzz")).isEqualTo(nothing);
  }

  @Test
  void whereNothingIsKeptAFormatWithoutAPlaceForNotesSaysItBeside() {
    TestHost.Result result = host.run("chatwoot", "42", "-o", "messages", "--grep", "zzz");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("convo: note: no message matches --grep zzz\n");
    assertThat(result.code()).isZero();
  }
}
