package dev.convo.provider.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.provider.CallsFixture;
import dev.convo.provider.EveryField;
import dev.convo.provider.Fixtures;
import dev.convo.provider.Query;
import dev.convo.provider.Told;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AsappFieldsTest {
  private static final String ID = "01HT3Q8V5Z2W7K9M4N6P8R0S1T";

  @Test
  void noFieldOfTheConversationFailsOrIsLost() {
    assertThat(
            EveryField.faults(
                Fixtures.text("asapp/conversation.json"),
                body -> told(body, Fixtures.text("asapp/messages.json")),
                Set.of(
                        "id", // another conversation's: refused
                        "metadata.auth_token") // masked
                    ::contains))
        .isEmpty();
  }

  @Test
  void noFieldOfTheMessagesFailsOrIsLost() {
    assertThat(
            EveryField.faults(
                Fixtures.text("asapp/messages.json"),
                body -> told(Fixtures.text("asapp/conversation.json"), body),
                place -> false))
        .isEmpty();
  }

  private static String told(String conversation, String messages) {
    return Told.of(
        new Asapp()
            .conversation(
                query(ID),
                CallsFixture.over(
                    request ->
                        CallsFixture.reply(
                            request.path().contains("messages") ? messages : conversation))));
  }

  private static Query query(String id) {
    return new Query(id, URI.create("https://host.test"), Map.of(), true);
  }
}
