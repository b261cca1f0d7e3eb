package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.model.Role;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The one thing that may be wider than the page: an address is never broken. */
  private static final Pattern ADDRESS_ALONE =
      Pattern.compile("[^A-Za-z]*(([a-z ]+\\|)+ +)?\\W{0,2}https?://\\S+");

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 80, 120, 200})
  void tableFitsItsWidth(int columns) throws IOException {
    String table = render(Format.TABLE, new Layout(columns, BERLIN, false), Samples.everything());

    Golden.check("render/table-" + columns + ".txt", table);
    assertFits(table, columns);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 80, 120, 200})
  void transcriptFitsItsWidth(int columns) throws IOException {
    String transcript =
        render(Format.TRANSCRIPT, new Layout(columns, BERLIN, false), Samples.everything());

    Golden.check("render/transcript-" + columns + ".txt", transcript);
    assertFits(transcript, columns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript"})
  void coloursAddNothingButColours(String word) throws IOException {
    Format format = Format.valueOf(word.toUpperCase(Locale.ROOT));
    String plain = render(format, new Layout(80, BERLIN, false), Samples.everything());

    String coloured = render(format, new Layout(80, BERLIN, true), Samples.everything());

    Golden.check("render/" + word + "-colour.txt", coloured);
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "jsonl", "transcript", "markdown", "html"})
  void severalDocumentsFollowOneAnother(String word) throws IOException {
    String output =
        render(
            Format.valueOf(word.toUpperCase(Locale.ROOT)),
            new Layout(80, ZoneOffset.UTC, false),
            Samples.nothing(),
            Samples.nothing());

    Golden.check("render/" + word + "-nothing.txt", Golden.withoutStyle(output));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript"})
  void eachOfSeveralBeginsUnderARule(String word) throws IOException {
    StringWriter out = new StringWriter();
    Renderer renderer =
        Format.valueOf(word.toUpperCase(Locale.ROOT))
            .renderer(out, new Layout(40, ZoneOffset.UTC, false));
    for (Position position :
        List.of(
            new Position(1, 3),
            new Position(3, 3),
            new Position(4, 0),
            new Position(1, 0),
            Position.ONLY)) {
      renderer.document(position.number() == 3 ? Samples.forger() : Samples.nothing(), position);
    }

    assertThat(out.toString().lines().filter(line -> line.startsWith("━")))
        .containsExactly(
            "━━ 1 of 3 · asapp ━━━━━━━━━━━━━━━━━━━━━━",
            "━━ 3 of 3 · crm c1 [08:00:00] Agent … ━━",
            "━━ 4 · asapp ━━━━━━━━━━━━━━━━━━━━━━━━━━━");
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "html"})
  void aPageHoldsWhatPeopleRead(String word) throws IOException {
    Wanted details = new Wanted(true, List.of(), Highlight.NONE);

    String output =
        render(
            Format.valueOf(word.toUpperCase(Locale.ROOT)),
            new Layout(0, BERLIN, false, false, details),
            Samples.everything());

    Golden.check("render/everything." + word, output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "jsonl"})
  void jsonHoldsEverything(String word) throws IOException {
    Layout layout = new Layout(80, BERLIN, true);

    String output =
        render(Format.valueOf(word.toUpperCase(Locale.ROOT)), layout, Samples.everything());

    Golden.check("render/everything." + word, output);
  }

  @ParameterizedTest
  @CsvSource({
    "table,80,2 1 > subject: summary: ── note: 2",
    "table,40,2 1 > subject: summary: ── note: 2",
    "transcript,80,2 1 > subject: summary: ── note: 2",
    "transcript,40,2 1 > subject: summary: ── note: 2",
  })
  void noTextCanForgeALineOfOurs(String word, int columns, String firstWords) throws IOException {
    Layout layout = new Layout(columns, ZoneOffset.UTC, false);

    String output = render(Format.valueOf(word.toUpperCase(Locale.ROOT)), layout, Samples.forger());

    Golden.check("render/" + word + "-forger-" + columns + ".txt", output);
    List<String> atTheEdge =
        output
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith(" "))
            .map(line -> line.replaceFirst(" .*", ""))
            .toList();
    assertThat(atTheEdge).containsExactly(firstWords.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript", "markdown", "html", "json"})
  void whatASelectionLeavesOutIsSaid(String word) throws IOException {
    Layout layout = new Layout(80, ZoneOffset.UTC, false);

    String output =
        render(Format.valueOf(word.toUpperCase(Locale.ROOT)), layout, Samples.selected());

    Golden.check("render/" + word + "-selected.txt", Golden.withoutStyle(output));
  }

  static String render(Format format, Layout layout, Document... documents) throws IOException {
    StringWriter out = new StringWriter();
    Renderer renderer = format.renderer(out, layout);
    for (Document document : documents) {
      renderer.document(document, Position.ONLY);
    }
    renderer.finish();
    return out.toString();
  }

  static void assertFits(String output, int columns) {
    if (columns > 0) {
      assertThat(output.lines().filter(line -> Cells.width(line) > columns))
          .allMatch(line -> ADDRESS_ALONE.matcher(line).matches());
    }
  }

  @Test
  void anAddressBeginsAsFarLeftAsItsEndNeeds() throws IOException {
    String address = "https://files.example.com/911/voice.ogg";
    Message message =
        Samples.message("1", "2026-03-15T08:00:00Z", Role.CUSTOMER, "Mina")
            .attach(new Attachment(null, "audio", null, address, 1L, Attributes.NONE))
            .build();
    Document document =
        new Document(
            Conversation.of("crm").messages(List.of(message)).build(),
            Samples.nothing().meta(),
            Glossary.NONE);

    for (int columns = 45; columns < 80; columns++) {
      String table = render(Format.TABLE, new Layout(columns, ZoneOffset.UTC, false), document);

      assertThat(table.lines().mapToInt(Cells::width).max().orElseThrow())
          .as("at " + columns)
          .isLessThanOrEqualTo(columns);
    }
  }

  /** A row that is wider than the page continues on the next line, indented. */
  @Test
  void everyColumnIsReadableOnANarrowPage() throws IOException {
    List<String> fields = List.of("number", "at", "role", "author.name", "text");
    Wanted wanted = new Wanted(false, fields, Highlight.NONE);

    String table =
        render(
            Format.TABLE,
            new Layout(48, ZoneOffset.UTC, false, false, wanted),
            Samples.everything());

    Golden.check("render/table-fields-48.txt", table);
    assertFits(table, 48);
  }

  /** A note is read alone as well, beside a table of values, and says how many there. */
  @Test
  void theLastLineSaysOnceHowManyMessagesThereAre() throws IOException {
    String why = "4 of 10 messages: the answer holds no more";
    Completeness cut = new Completeness(false, 10L, List.of(Note.reason("messages_missing", why)));
    List<Message> four = Samples.everything().conversation().messages().subList(0, 4);
    Document document =
        new Document(
            Conversation.of("crm").messages(four).build(), Samples.meta(cut), Glossary.NONE);

    assertThat(render(Format.TABLE, new Layout(80, BERLIN, false), document))
        .endsWith("\n" + why + "\n");
  }

  /** And an empty cell in a line of its own takes none. */
  @Test
  void aColumnsNameThatIsLongerThanALineIsBroken() throws IOException {
    String name = "attributes.content_attributes.in_reply_to_external_identifier";
    Wanted wanted = new Wanted(false, List.of("number", name, "text"), Highlight.NONE);

    String table =
        render(
            Format.TABLE,
            new Layout(50, ZoneOffset.UTC, false, false, wanted),
            Samples.everything());

    Golden.check("render/table-fields-50.txt", table);
    assertFits(table, 50);
  }

  @Test
  void onlyFormatsForAScreenAreLaidOut() {
    assertThat(Arrays.stream(Format.values()).filter(Format::onScreen))
        .containsExactly(Format.TABLE, Format.TRANSCRIPT, Format.OVERVIEW);
  }

  @Test
  void atEightyColumnsTheTextOfTheTableHasFiftyFive() throws IOException {
    List<Message> messages = new ArrayList<>();
    for (String name : List.of("Bartholomew Featherstonehaugh", "Bartholomew Montgomery", "Li")) {
      messages.add(
          Samples.message("1", "2026-03-15T08:00:00Z", Role.CUSTOMER, name)
              .text("x".repeat(55))
              .build()
              .change()
              .number(99_997 + messages.size())
              .build());
    }
    Document document =
        new Document(
            Conversation.of("crm").messages(messages).build(),
            Samples.nothing().meta(),
            Glossary.NONE);

    String table = render(Format.TABLE, new Layout(80, ZoneOffset.UTC, false), document);

    assertFits(table, 80);
    assertThat(table.lines().filter(line -> line.endsWith("   " + "x".repeat(55)))).hasSize(3);
  }
}
