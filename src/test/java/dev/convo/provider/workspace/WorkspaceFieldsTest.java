package dev.convo.provider.workspace;

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

final class WorkspaceFieldsTest {
  @Test
  void noFieldFailsOrIsLost() {
    assertThat(
            EveryField.faults(
                Fixtures.text("workspace/conversation.json"),
                WorkspaceFieldsTest::told,
                Set.of(
                        "_id", // another conversation's: refused
                        "customer.apiKey") // masked
                    ::contains))
        .isEmpty();
  }

  private static String told(String body) {
    return Told.of(
        new Workspace()
            .conversation(
                query("65f1a2b3c4d5e6f708192a3z"),
                CallsFixture.over(request -> CallsFixture.reply(body))));
  }

  private static Query query(String id) {
    return new Query(id, URI.create("https://host.test"), Map.of("workspace_id", "ws-1"), true);
  }
}
