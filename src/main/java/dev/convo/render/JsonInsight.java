package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.json.JsonOut;
import dev.convo.model.Document;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the times and roles of a conversation say, as JSON. */
final class JsonInsight {
  private final JsonOut json;

  JsonInsight(JsonOut json) {
    this.json = json;
  }

  /** The numbers of a document; null where it holds only what the customer could see. */
  void write(Document document) throws IOException {
    Selection selection = document.meta().selection();
    if (selection != null && selection.isPublicOnly()) {
      json.text(null);
      return;
    }
    Insight insight = Insight.of(document);
    Insight.Counts counts = insight.counts();
    json.beginObject().name("messages").beginObject();
    for (Role role : Role.values()) {
      json.name(Wording.small(role)).number(counts.of(role));
    }
    json.endObject();
    json.name("notes").number(counts.notes());
    json.name("failed").number(counts.failed());
    json.name("unsent").number(counts.unsent());
    json.name("first_at").time(insight.first());
    json.name("last_at").time(insight.last());
    seconds("first_reply_s", insight.firstReply().any());
    seconds("first_human_reply_s", insight.firstReply().human());
    Insight.Wait wait = insight.longestWait();
    seconds("longest_wait_s", wait == null ? null : wait.length());
    json.name("longest_wait_from").number(wait == null ? null : wait.from());
    json.name("longest_wait_to").number(wait == null ? null : wait.to());
    Insight.Waiting waiting = insight.turn().waitingFor();
    json.name("waiting_for").text(waiting == null ? null : Wording.small(waiting));
    json.name("waiting_since").time(insight.turn().since());
    json.name("handed_over").number(insight.firstReply().handedOver());
    json.name("agents").beginList();
    for (Insight.Replies agent : insight.agents()) {
      json.beginObject().name("name").text(agent.agent());
      json.name("replies").number(agent.count());
      seconds("median_reply_s", agent.median());
      json.endObject();
    }
    json.endList().endObject();
  }

  /** With three decimals, as every time in seconds. */
  private void seconds(String name, @Nullable Duration length) throws IOException {
    json.name(name)
        .digits(length == null ? null : BigDecimal.valueOf(length.toMillis(), 3).toPlainString());
  }
}
