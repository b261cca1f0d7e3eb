package dev.convo.provider.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.provider.CallsFixture;
import dev.convo.provider.EveryField;
import dev.convo.provider.Fixtures;
import dev.convo.provider.Told;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChatwootFieldsTest {
  private static final String EMPTY = "{\"payload\":[]}";

  /** Masked, whatever they are. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "meta.sender.access_token",
          "meta.assignee.access_token",
          "meta.assignee.hmac_identifier",
          "meta.assignee.pubsub_token",
          "meta.assignee.accounts[0].api_key");

  @Test
  void noFieldOfTheConversationFailsOrIsLost() {
    assertThat(
            EveryField.faults(
                Fixtures.text("chatwoot/conversation.json"),
                body -> told(body, EMPTY),
                place ->
                    CREDENTIALS.contains(place)
                        // Another conversation's: refused.
                        || place.equals("id")
                        || place.endsWith("conversation_id")
                        // The same message once more: the first stands.
                        || place.startsWith("last_non_activity_message.")))
        .isEmpty();
  }

  @Test
  void noFieldOfAMessageFailsOrIsLost() {
    for (String page : new String[] {"messages-newest", "messages-older"}) {
      assertThat(
              EveryField.faults(
                  Fixtures.text("chatwoot/" + page + ".json"),
                  body -> told("{\"id\":42}", body),
                  place ->
                      place.endsWith("conversation_id")
                          // Repeats the conversation's answer: dropped.
                          || place.matches(
                              "meta\\.(labels|additional_attributes|contact|assignee"
                                  + "|agent_last_seen_at|assignee_last_seen_at).*")
                          || place.equals("meta.signature_secret")
                          // No page at all then.
                          || place.equals("payload")))
          .isEmpty();
    }
  }

  private static String told(String conversation, String newest) {
    return Told.of(
        new Chatwoot()
            .conversation(
                ChatwootTest.asking(true),
                CallsFixture.over(
                    request ->
                        CallsFixture.reply(
                            request.purpose().equals("conversation 42")
                                ? conversation
                                : request.query().isEmpty() ? newest : EMPTY))));
  }
}
