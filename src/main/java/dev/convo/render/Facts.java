package dev.convo.render;

import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Participant;
import dev.convo.model.Shown;
import dev.convo.text.Cells;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a conversation, label by label; what is empty is left out. */
final class Facts {
  /** A longer label is cut, to leave room beside it on the narrowest page. In cells. */
  private static final int LONGEST_LABEL = 22;

  private final List<Fact> facts = new ArrayList<>();
  private final ZoneId zone;

  private Facts(ZoneId zone) {
    this.zone = zone;
  }

  /** Subject, summary and link. */
  static List<Fact> about(Conversation conversation, ZoneId zone) {
    Facts facts = new Facts(zone);
    facts.add("subject", conversation.subject());
    facts.add("summary", conversation.summary());
    facts.add("link", conversation.url());
    return facts.facts;
  }

  /** What is shown with {@code --details}. */
  static List<Fact> details(Document document, Speakers speakers, ZoneId zone) {
    Facts facts = new Facts(zone);
    Conversation conversation = document.conversation();
    facts.add("channel", conversation.channel());
    facts.person("customer", conversation.customer(), speakers.explained(speakers.customer()));
    facts.person("assignee", conversation.assignee(), speakers.explained(speakers.assignee()));
    facts.add("created", conversation.createdAt());
    facts.add("updated", conversation.updatedAt());
    facts.add("last message", conversation.lastMessageAt());
    for (Shown shown : document.glossary().shown()) {
      if (shown.place() == Shown.Place.DETAILS) {
        List<String> values = ShownValue.lines(conversation, shown, zone);
        facts.add(Cells.cut(Wording.present(shown.label()), LONGEST_LABEL), values);
      }
    }
    facts.add("host", document.meta().host());
    facts.add("fetched", document.meta().fetchedAt());
    facts.add("times in", Times.zone(zone));
    return facts.facts;
  }

  /** What the header does not say of them; the id tells people of one name apart. */
  private void person(String label, @Nullable Participant person, String called) {
    List<String> known = Wording.known(person);
    String id = person == null ? "" : Wording.present(person.id());
    if (!called.equals(id) && !called.endsWith(" = " + id)) {
      add(label + "'s id", id);
    }
    if (label.equals("assignee") && !known.isEmpty()) {
      add(label + "'s address", String.join("  ", known.subList(1, known.size())));
    }
  }

  private void add(String label, @Nullable Instant time) {
    if (time != null) {
      add(label, Times.minute(time, zone));
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
}
