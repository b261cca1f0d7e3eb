package dev.convo.provider.salescaptain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.provider.CallsFixture;
import dev.convo.provider.EveryField;
import dev.convo.provider.Fixtures;
import dev.convo.provider.Told;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SalesCaptainFieldsTest {
  private static final String EMPTY = "{\"messages\":{\"data\":[]}}";

  @Test
  void noFieldOfTheConversationFailsOrIsLost() {
    assertThat(
            EveryField.faults(
                Fixtures.text("salescaptain/conversation.json"),
                body -> told(body, EMPTY),
                Set.of(
                        "message", // dropped
                        "conversation", // nothing is left then
                        "conversation.data",
                        "conversation.data.conversation_id", // another conversation's: refused
                        "conversation.data.integration.webhook_secret") // masked
                    ::contains))
        .isEmpty();
  }

  @Test
  void noFieldOfAMessageFailsOrIsLost() {
    for (String page : new String[] {"messages-1", "messages-2"}) {
      assertThat(
              EveryField.faults(
                  Fixtures.text("salescaptain/" + page + ".json"),
                  body -> told(SalesCaptainTest.conversation(), body),
                  place ->
                      place.equals("message") // dropped
                          || place.equals("messages") // no page at all then
                          || place.equals("messages.data")
                          || place.endsWith("conversation_id")
                          // Numbers that only lead through the pages.
                          || place.matches(".*\\.(page_number|items_per_page|total_pages)")))
          .isEmpty();
    }
  }

  private static String told(String conversation, String first) {
    return Told.of(
        new SalesCaptain()
            .conversation(
                SalesCaptainTest.asking(
                    "0f8fad5b-d9cb-069f-0165-70867728950e", Map.of("company_id", "f6a7"), true),
                CallsFixture.over(
                    request ->
                        CallsFixture.reply(
                            request.query().isEmpty()
                                ? conversation
                                : "1".equals(request.query().get("page_number"))
                                    ? first
                                    : EMPTY))));
  }
}
