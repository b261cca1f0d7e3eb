package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.json.JsonOut;
import dev.convo.model.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the times and roles of a conversation say, as JSON. */
final class JsonInsight {
  private JsonInsight() {}

  static void members(JsonOut json, Insight insight) throws IOException {
    Insight.Counts counts = insight.counts();
    json.name("messages").object(counts, JsonInsight::roles);
    json.name("notes").number(counts.notes());
    json.name("failed").number(counts.failed());
    json.name("unsent").number(counts.unsent());
    json.name("first_at").time(insight.first());
    json.name("last_at").time(insight.last());
    json.name("first_reply_s").digits(seconds(insight.firstReply().any()));
    json.name("first_human_reply_s").digits(seconds(insight.firstReply().human()));
    Insight.Wait wait = insight.longestWait();
    json.name("longest_wait_s").digits(wait == null ? null : seconds(wait.length()));
    json.name("longest_wait_from").number(wait == null ? null : wait.from());
    json.name("longest_wait_to").number(wait == null ? null : wait.to());
    Insight.Waiting waiting = insight.turn().waitingFor();
    json.name("waiting_for").text(waiting == null ? null : Wording.small(waiting));
    json.name("waiting_since").time(insight.turn().since());
    json.name("handed_over").number(insight.firstReply().handedOver());
    json.name("agents").objects(insight.agents(), JsonInsight::agent);
  }

  private static void roles(JsonOut json, Insight.Counts counts) throws IOException {
    for (Role role : Role.values()) {
      json.name(role.word()).number(counts.of(role));
    }
  }

  private static void agent(JsonOut json, Insight.Replies agent) throws IOException {
    json.name("name").text(agent.agent()).name("replies").number(agent.count());
    json.name("median_reply_s").digits(seconds(agent.median()));
  }

  /** With three decimals, like every time in seconds. */
  private static @Nullable String seconds(@Nullable Duration length) {
    return length == null ? null : BigDecimal.valueOf(length.toMillis(), 3).toPlainString();
  }
}
