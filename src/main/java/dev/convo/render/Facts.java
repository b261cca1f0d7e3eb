package dev.convo.render;

import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.model.Shown;
import dev.convo.text.Cells;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known about a conversation, label by label; what is empty is left out. */
final class Facts {
  /** A longer label is cut, so that even the narrowest page has room beside it. */
  private static final int LONGEST_LABEL = 22;

  private static final int GAP = 2;

  private final List<Fact> facts = new ArrayList<>();
  private final Conversation conversation;
  private final ZoneId zone;

  private Facts(Document document, ZoneId zone) {
    this.conversation = document.conversation();
    this.zone = zone;
  }

  /** All of it, and what the provider lists for people. */
  static Facts all(Document document, ZoneId zone) {
    Facts facts = new Facts(document, zone);
    Conversation conversation = document.conversation();
    facts.identity();
    facts.add("channel", conversation.channel());
    facts.add("priority", conversation.priority());
    facts.add("outcome", conversation.outcome());
    facts.people();
    facts.add("labels", String.join(", ", conversation.labels()));
    facts.add("created", conversation.createdAt());
    facts.add("updated", conversation.updatedAt());
    facts.add("last message", conversation.lastMessageAt());
    for (Shown shown : document.glossary().shown()) {
      if (shown.owner() != Shown.Owner.CONVERSATION) {
        continue;
      }
      List<String> values = ShownValue.lines(conversation.attributes(), shown, zone);
      facts.add(Cells.cut(Wording.present(shown.label()), LONGEST_LABEL), values);
    }
    String summary = conversation.summary();
    if (summary != null && !summary.isBlank()) {
      facts.add("summary", MessageText.lines(summary, 0));
    }
    facts.add("times in", Wording.zone(zone));
    return facts;
  }

  /** What a transcript begins with. */
  static Facts heading(Document document, ZoneId zone) {
    Facts facts = new Facts(document, zone);
    facts.identity();
    facts.people();
    facts.add("messages", counts(document.conversation().messages()));
    facts.add("times in", Wording.zone(zone));
    return facts;
  }

  /** Writes them, labels in a column of their own. */
  void write(Page page, int columns) throws IOException {
    int widest = 0;
    for (Fact fact : facts) {
      widest = Math.max(widest, Cells.width(fact.label()));
    }
    for (Fact fact : facts) {
      page.labelled(Tone.PLAIN, Cells.pad(fact.label(), widest + GAP), fact.lines(), columns);
    }
  }

  private void identity() {
    String id = conversation.id();
    add("conversation", conversation.provider() + (id == null ? "" : " " + id));
    add("link", conversation.url());
    add("subject", conversation.subject());
    add("status", conversation.status());
  }

  private void people() {
    add("customer", Wording.person(conversation.customer()));
    add("assignee", Wording.person(conversation.assignee()));
  }

  private void add(String label, @Nullable Instant time) {
    if (time != null) {
      add(label, Wording.minute(time, zone));
    }
  }

  private void add(String label, @Nullable String remote) {
    String line = Wording.present(remote);
    if (!line.isEmpty()) {
      add(label, List.of(line));
    }
  }

  private void add(String label, List<String> lines) {
    if (!lines.isEmpty()) {
      facts.add(new Fact(label, lines));
    }
  }

  private static String counts(List<Message> messages) {
    Map<Role, Integer> roles = new EnumMap<>(Role.class);
    int notes = 0;
    int unsent = 0;
    int failed = 0;
    for (Message message : messages) {
      roles.merge(message.role(), 1, Integer::sum);
      notes += Wording.isNote(message) ? 1 : 0;
      unsent += message.delivery() == Delivery.UNSENT ? 1 : 0;
      failed += message.delivery() == Delivery.FAILED ? 1 : 0;
    }
    List<String> parts = new ArrayList<>();
    roles.forEach((role, count) -> parts.add(count + " " + Wording.small(role)));
    List<String> marked = new ArrayList<>();
    if (notes > 0) {
      marked.add(notes + (notes == 1 ? " note" : " notes"));
    }
    if (unsent > 0) {
      marked.add(unsent + " not sent");
    }
    if (failed > 0) {
      marked.add(failed + " failed");
    }
    String counts = String.join(", ", parts);
    return marked.isEmpty() ? counts : counts + "; among them " + String.join(", ", marked);
  }
}
