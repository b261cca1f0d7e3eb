package dev.convo.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectTest {
  private static final Choice NOTHING =
      new Choice(Choice.Span.ALL, List.of(), List.of(), null, List.of(), List.of(), List.of());

  @Test
  void whatIsKeptAndWhatIsCountedAsLeftOutIsTheWholeInItsOrder() {
    for (long seed = 0; seed < 3000; seed++) {
      Many many = new Many(seed);
      Document whole = many.document();
      Choice choice = many.choice();

      Document shown = Select.of(whole, choice);

      List<Message> all = whole.conversation().messages();
      List<Message> kept = shown.conversation().messages();
      assertThat(kept).as("seed " + seed).isEqualTo(all.stream().filter(kept::contains).toList());
      assertThat(shown.meta().selection())
          .isEqualTo(new Selection(kept.size(), all.size(), List.of("--any")));
      assertThat(shown.conversation().change().messages(all).build())
          .isEqualTo(whole.conversation());
      assertThat(Select.of(shown, NOTHING).conversation()).isEqualTo(shown.conversation());
    }
  }

  @Test
  void aMessageMustPassEachOfTheOptions() {
    for (long seed = 0; seed < 1000; seed++) {
      Many many = new Many(seed);
      Document whole = many.document();
      Choice roles = with(many.choice().roles(), List.of());
      Choice only = with(List.of(), many.choice().only());

      List<Message> both = kept(whole, with(roles.roles(), only.only()));

      List<Message> each = kept(whole, roles);
      each = each.stream().filter(kept(whole, only)::contains).toList();
      assertThat(both).as("seed " + seed).isEqualTo(each);
    }
  }

  @Test
  void optionsAddUpAndTheCountStaysThatOfTheWhole() {
    Document twice = Select.of(Select.of(five(), tail(3, "--tail 3")), tail(1, "--tail 1"));

    assertThat(twice.meta().selection())
        .isEqualTo(new Selection(1, 5, List.of("--tail 3", "--tail 1")));
  }

  @Test
  void placesAreNumbersOrIds() {
    assertThat(numbers(span(place("2"), null, null))).containsExactly(3, 4, 5);
    assertThat(numbers(span(place("#2"), place("id:e"), null))).containsExactly(3, 4);
    assertThat(numbers(span(null, null, place("c")))).containsExactly(3);
    assertThat(numbers(span(null, null, place("id:3")))).isEmpty();
    assertThat(numbers(span(place("9"), null, null))).isEmpty();
    assertThat(numbers(span(null, place("9"), null))).containsExactly(1, 2, 3, 4, 5);
    assertThat(numbers(span(place("nobody"), null, null))).isEmpty();
  }

  @Test
  void headAndTailCountWhatTheOthersKeep() {
    assertThat(numbers(span(null, null, null, 2, null))).containsExactly(1, 2);
    assertThat(numbers(span(place("1"), null, null, 3, 2))).containsExactly(4);
    assertThat(numbers(span(null, null, null, 0, null))).isEmpty();
  }

  @Test
  void aMessageWithoutATimeBelongsToTheOneBefore() {
    Conversation conversation =
        Conversation.of("test")
            .messages(
                List.of(
                    message("a", 0).build(),
                    message("b", 60).build(),
                    message("c", 0).at(null).build()))
            .build();
    Choice late =
        choice(new Choice.Span(Many.NOON.plusSeconds(1), null, null, null, null, null, null));

    assertThat(numbers(Many.document(conversation), late)).containsExactly(2, 3);
  }

  @Test
  void aSearchKeepsAsMuchAroundEachMatchAsIsAsked() {
    assertThat(numbers(grep("text c", 0))).containsExactly(3);
    assertThat(numbers(grep("text c", 1))).containsExactly(2, 3, 4);
    assertThat(numbers(grep("text [ad]", 1))).containsExactly(1, 2, 3, 4, 5);
    assertThat(numbers(grep("TEXT C", Integer.MAX_VALUE))).isEmpty();
    assertThat(numbers(grep("text e", Integer.MAX_VALUE))).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void anAuthorIsFoundByNameOrIdInAnyCase() {
    Choice choice =
        new Choice(
            Choice.Span.ALL, List.of(), List.of("aDA"), null, List.of(), List.of(), List.of());

    assertThat(numbers(five(), choice)).containsExactly(1, 3, 5);
  }

  @Test
  void anAuthorIsFoundWithAndWithoutAccents() {
    Message message = message("a", 0).author(Participant.of("1", "Tomás Růžička")).build();
    Document document = Many.document(Conversation.of("test").messages(List.of(message)).build());

    for (String typed : List.of("tomas", "Tomás", "TOMA\u0301S", "ruzicka", "Růž")) {
      Choice choice =
          new Choice(
              Choice.Span.ALL, List.of(), List.of(typed), null, List.of(), List.of(), List.of());
      assertThat(numbers(document, choice)).as(typed).containsExactly(1);
    }
  }

  @Test
  void nobodyIsFoundByAnAccentAlone() {
    Choice choice =
        new Choice(
            Choice.Span.ALL, List.of(), List.of("\u0301"), null, List.of(), List.of(), List.of());

    assertThat(numbers(five(), choice)).isEmpty();
  }

  @Test
  void whereOnlyTheCaseDiffersANoteSaysWhatWouldMatch() {
    assertThat(note(grep("TEXT [AB]", 1))).endsWith("; with -i, 2 would match");
    assertThat(note(grep("zzz", 0))).doesNotContain("-i");
  }

  @Test
  void whereSomethingMatchesAsTypedNoOtherSearchIsSuggested() {
    Choice.Span none = new Choice.Span(null, null, null, null, null, 0, null);
    for (boolean ignoreCase : new boolean[] {false, true}) {
      Choice.Match match = new Choice.Match(new Grep(List.of("."), ignoreCase), 0);
      List<String> typed = List.of("--head 0", "--grep .");

      assertThat(note(new Choice(none, List.of(), List.of(), match, List.of(), List.of(), typed)))
          .isEqualTo("no message matches --head 0 --grep .");
    }
  }

  @Test
  void whereNothingIsKeptANoteSaysSo() {
    Document none = Select.of(five(), tail(0, "--tail 0"));

    assertThat(none.conversation().messages()).isEmpty();
    assertThat(none.meta().completeness().notes())
        .extracting(note -> note.code() + ": " + note.text())
        .containsExactly("nothing_selected: no message matches --tail 0");
  }

  @Test
  void aMessageThatDoesNotExistIsNamed() {
    assertThat(note(span(null, null, place("9")))).isEqualTo("there is no message 9 (1 to 5)");
    assertThat(note(span(place("9"), null, null))).isEqualTo("there is no message 9 (1 to 5)");
    assertThat(note(span(null, null, place("0")))).isEqualTo("there is no message 0 (1 to 5)");
    assertThat(note(span(null, null, place("foo")))).isEqualTo("no message has the id foo");
    assertThat(note(span(null, null, place("3-5"))))
        .isEqualTo("no message has the id 3-5; for a range: --after 2 --before 6");
    assertThat(note(span(place("5"), null, null))).startsWith("no message matches");
  }

  @Test
  void numbersToTypeHaveTheDigitsOfAShell() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(note(span(null, null, place("3-5")))).endsWith("--after 2 --before 6");
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static String note(Choice choice) {
    return Select.of(five(), choice).meta().completeness().notes().get(0).text();
  }

  private static Document five() {
    return Many.document(
        Conversation.of("test")
            .messages(
                List.of(
                    message("a", 0).build(),
                    message("b", 1).role(Role.AGENT).author(Participant.of("2", "Bo")).build(),
                    message("c", 2).build(),
                    message("d", 3).role(Role.AGENT).author(Participant.of("2", "Bo")).build(),
                    message("e", 4).build()))
            .build());
  }

  private static Message.Builder message(String id, int second) {
    return Message.of(id)
        .at(Many.NOON.plus(Duration.ofSeconds(second)))
        .role(Role.CUSTOMER)
        .author(Participant.of("1", "Ada"))
        .text("text " + id)
        .visibility(Visibility.PUBLIC)
        .delivery(Delivery.RECEIVED);
  }

  private static Choice choice(Choice.Span span) {
    return new Choice(span, List.of(), List.of(), null, List.of(), List.of(), List.of());
  }

  private static Choice with(List<Role> roles, List<Trait> only) {
    return new Choice(Choice.Span.ALL, roles, List.of(), null, only, List.of(), List.of());
  }

  private static Choice tail(int count, String typed) {
    Choice.Span span = new Choice.Span(null, null, null, null, null, null, count);
    return new Choice(span, List.of(), List.of(), null, List.of(), List.of(), List.of(typed));
  }

  private static Choice grep(String expression, int around) {
    Choice.Match match = new Choice.Match(new Grep(List.of(expression), false), around);
    return new Choice(
        Choice.Span.ALL, List.of(), List.of(), match, List.of(), List.of(), List.of());
  }

  private static Choice span(
      @Nullable Place after, @Nullable Place before, @Nullable Place exactly) {
    return span(after, before, exactly, null, null);
  }

  private static Choice span(
      @Nullable Place after,
      @Nullable Place before,
      @Nullable Place exactly,
      @Nullable Integer head,
      @Nullable Integer tail) {
    return choice(new Choice.Span(null, null, after, before, exactly, head, tail));
  }

  private static Place place(String typed) {
    return Objects.requireNonNull(Place.of(typed));
  }

  private static List<Message> kept(Document whole, Choice choice) {
    return Select.of(whole, choice).conversation().messages();
  }

  private static List<Integer> numbers(Choice choice) {
    return numbers(five(), choice);
  }

  private static List<Integer> numbers(Document document, Choice choice) {
    return kept(document, choice).stream().map(Message::number).toList();
  }
}
