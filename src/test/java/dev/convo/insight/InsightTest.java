package dev.convo.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conversations by hand: C, A, B of the customer, an agent, a bot; n a note, f a failed message, u
 * an unsent one, S the system; behind each its minute, or nothing where it has no time.
 */
class InsightTest {
  private static final Instant NOON = Instant.parse("2026-03-16T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C0|open|- - - us -",
        "A0|open|- - - customer -",
        "C0 A5|open|5 5 5 (1-2) customer -",
        "C0 B1 A5|open|1 5 1 (1-2) customer 3",
        "C0 B1 C2 A9 C10|open|1 9 7 (3-4) us 4",
        "C0 n1 f2 u3 S4 A7|open|7 7 7 (1-6) customer -",
        "C0 C3 A7 C8|open|7 7 7 (1-3) us -",
        "A0 C1 A4|open|3 3 3 (2-3) customer -",
        "C0 A A5|open|- - - customer -",
        "C A5|open|- - - customer -",
        "C0 A5|resolved|5 5 5 (1-2) nobody -",
        "S0|open|- - - - -",
      })
  void everyNumberIsThatOfItsDefinition(String messages, String status, String numbers) {
    Insight insight = Insight.of(document(messages, status));

    Insight.Wait wait = insight.longestWait();
    Insight.Waiting waiting = insight.turn().waitingFor();
    assertThat(
            minutes(insight.firstReply().any())
                + " "
                + minutes(insight.firstReply().human())
                + " "
                + (wait == null
                    ? "-"
                    : minutes(wait.length()) + " (" + wait.from() + "-" + wait.to() + ")")
                + " "
                + (waiting == null ? "-" : waiting.name().toLowerCase(Locale.ROOT))
                + " "
                + (insight.firstReply().handedOver() == null
                    ? "-"
                    : insight.firstReply().handedOver()))
        .isEqualTo(numbers);
  }

  private static String minutes(@Nullable Duration length) {
    return length == null ? "-" : String.valueOf(length.toMinutes());
  }

  private static Document document(String written, String status) {
    List<Message> messages = new ArrayList<>();
    for (String one : written.split(" ", -1)) {
      char kind = one.charAt(0);
      Instant at = one.length() == 1 ? null : NOON.plusSeconds(60L * minute(one));
      Role role =
          kind == 'C'
              ? Role.CUSTOMER
              : kind == 'B' ? Role.BOT : kind == 'S' ? Role.SYSTEM : Role.AGENT;
      messages.add(
          Message.of(one)
              .at(at)
              .role(role)
              .author(Participant.of("1", "Ada"))
              .visibility(kind == 'n' ? Visibility.PRIVATE : Visibility.PUBLIC)
              .delivery(
                  kind == 'f' ? Delivery.FAILED : kind == 'u' ? Delivery.UNSENT : Delivery.SENT)
              .build());
    }
    Meta meta = new Meta(new Completeness(true, null, List.of()), 1, null, "h", NOON, List.of());
    return new Document(
        Conversation.of("test").status(status).messages(messages).build(),
        meta,
        new Glossary(List.of(), Map.of(), Set.of("resolved")));
  }

  private static int minute(String one) {
    return Integer.parseInt(one.substring(1));
  }
}
