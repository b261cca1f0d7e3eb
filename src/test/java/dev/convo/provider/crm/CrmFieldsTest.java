package dev.convo.provider.crm;

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

final class CrmFieldsTest {
  @Test
  void noFieldFailsOrIsLost() {
    assertThat(
            EveryField.faults(
                Fixtures.text("crm/conversation.json"),
                CrmFieldsTest::told,
                Set.of(
                        "id", // another conversation's: refused
                        "messages[3].attachments[0].secret_key") // masked
                    ::contains))
        .isEmpty();
  }

  private static String told(String body) {
    return Told.of(
        new Crm()
            .conversation(
                query("c77a0b1c-2d3e-4f50-8a9b-0c1d2e3f4a5b"),
                CallsFixture.over(request -> CallsFixture.reply(body))));
  }

  private static Query query(String id) {
    return new Query(id, URI.create("https://host.test"), Map.of(), true);
  }
}
