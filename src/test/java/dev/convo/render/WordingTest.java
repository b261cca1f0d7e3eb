package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Visibility;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final Note MASKED = new Note("credentials_masked", "credentials are shown as ***");
  private static final Note FAILED =
      Note.reason(
          "messages_not_fetched", "messages of conversation 206: the platform failed (HTTP 500)");
  private static final Note STOPPED = Note.reason("paging_stopped", "stopped after 9 pages");

  @Test
  void theLastLineSaysHowManyAndWhetherThatIsAll() {
    assertThat(completeness(12, true, null)).isEqualTo("12 messages, complete");
    assertThat(completeness(1, true, 1L)).isEqualTo("1 message, complete");
    assertThat(completeness(12, null, null))
        .isEqualTo("12 messages; the platform does not say whether that is all");
    assertThat(completeness(12, false, 40L)).isEqualTo("12 of 40 messages, not complete");
    assertThat(completeness(12, false, null)).isEqualTo("12 messages, not complete");
  }

  @Test
  void theLastLineSaysWhyMessagesAreMissing() {
    assertThat(completeness(12, false, 40L, MASKED, STOPPED))
        .isEqualTo("12 of 40 messages: stopped after 9 pages");
    assertThat(completeness(12, false, null, STOPPED))
        .isEqualTo("12 messages, not complete: stopped after 9 pages");
    assertThat(completeness(3, false, null, FAILED))
        .isEqualTo(
            "3 messages, not complete: messages of conversation 206: the platform failed (HTTP"
                + " 500)");
    assertThat(completeness(0, false, null, FAILED))
        .isEqualTo(
            "0 messages, not fetched: messages of conversation 206: the platform failed (HTTP"
                + " 500)");
    assertThat(completeness(0, null, null, Note.reason("messages_not_asked", "not asked for")))
        .isEqualTo("0 messages: not asked for");
  }

  @Test
  void messagesThatNobodyAskedForAreNotCounted() {
    Note notAsked = Note.reason("messages_not_asked", "not asked for");

    assertThat(Extent.count(document(0, null, null, notAsked))).isEqualTo("no messages fetched");
    assertThat(Extent.count(document(0, null, null))).isEqualTo("0 messages, perhaps not all");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "16,true,,\"4 of 16 messages shown; 16, complete\"",
        "16,,,\"4 of 16 messages shown; 16, perhaps not all\"",
        "16,false,,\"4 of 16 messages shown; 16, not complete\"",
        "16,false,40,\"4 of 16 messages shown; 16 of 40, not complete\"",
        "4,true,,\"4 messages, complete\"",
      })
  void theLastLineSaysOfASelectionWhatItWasChosenFrom(
      int of, @Nullable Boolean complete, @Nullable Long expected, String words) {
    Document all = document(4, complete, expected);
    Document selected =
        new Document(
            all.conversation(),
            all.meta().withSelection(new Selection(4, of, List.of("--tail 4"))),
            Glossary.NONE);

    assertThat(Extent.completeness(selected)).isEqualTo(words);
  }

  @Test
  void whatTheLastLineSaysIsNotNotedAgain() {
    assertThat(Extent.notes(document(12, false, 40L, MASKED, STOPPED)))
        .containsExactly("credentials are shown as ***");
    assertThat(Extent.notes(document(12, true, null, STOPPED, MASKED)))
        .containsExactly("stopped after 9 pages", "credentials are shown as ***");
  }

  @Test
  void theLastLineSaysOnlyTheFirstReason() {
    assertThat(completeness(12, false, null, FAILED, STOPPED))
        .isEqualTo(
            "12 messages, not complete: messages of conversation 206: the platform failed (HTTP"
                + " 500)");
    assertThat(Extent.notes(document(12, false, null, FAILED, STOPPED)))
        .containsExactly("stopped after 9 pages");
  }

  @Test
  void aPersonIsAllThatIsKnown() {
    assertThat(Wording.person(null)).isEmpty();
    assertThat(Wording.person(Participant.ofId("14"))).isEqualTo("id 14");
    assertThat(Wording.person(new Participant(null, " ", "a@example.com", "", Attributes.NONE)))
        .isEqualTo("a@example.com");
    assertThat(Wording.person(new Participant("7", "Ada", "a@example.com", "+44", Attributes.NONE)))
        .isEqualTo("Ada  a@example.com  +44");
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER,PUBLIC,RECEIVED,'',NOTE",
    "AGENT,PRIVATE,SENT,note,NOTE",
    "AGENT,PRIVATE,UNSENT,'note, not sent',FAILED",
    "BOT,PUBLIC,UNSENT,not sent,FAILED",
    "AGENT,PUBLIC,FAILED,failed,FAILED",
    "SYSTEM,PRIVATE,UNKNOWN,'',SYSTEM",
    "SYSTEM,PUBLIC,UNKNOWN,'',SYSTEM",
    "SYSTEM,PUBLIC,FAILED,failed,FAILED",
  })
  void whatTheCustomerNeverSawIsMarked(
      Role role, Visibility visibility, Delivery delivery, String marks, Tone tone) {
    Message message =
        Samples.message("1", null, role, null).visibility(visibility).delivery(delivery).build();

    assertThat(String.join(", ", Wording.marks(message))).isEqualTo(marks);
    assertThat(Wording.markTone(message)).isEqualTo(tone);
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER,CUSTOMER",
    "AGENT,AGENT",
    "BOT,BOT",
    "SYSTEM,SYSTEM",
    "UNKNOWN,PLAIN",
  })
  void whoSpeaksHasOneColourWhateverBecameOfTheMessage(Role role, Tone tone) {
    for (Delivery delivery : Delivery.values()) {
      Message message = Samples.message("1", null, role, null).delivery(delivery).build();

      assertThat(Wording.voice(message)).isEqualTo(tone);
    }
  }

  @ParameterizedTest
  @CsvSource({"Z,UTC", "Etc/UTC,UTC", "+05:30,UTC+05:30", "Europe/Berlin,Europe/Berlin"})
  void zonesAreSaidAsPeopleKnowThem(String id, String words) {
    assertThat(Times.zone(ZoneId.of(id))).isEqualTo(words);
  }

  private static String completeness(
      int count, @Nullable Boolean complete, @Nullable Long expected, Note... notes) {
    return Extent.completeness(document(count, complete, expected, notes));
  }

  private static Document document(
      int count, @Nullable Boolean complete, @Nullable Long expected, Note... notes) {
    Message message = Samples.message("1", null, Role.BOT, null).build();
    return new Document(
        Conversation.of("crm").messages(Collections.nCopies(count, message)).build(),
        Samples.meta(new Completeness(complete, expected, List.of(notes))),
        Glossary.NONE);
  }
}
