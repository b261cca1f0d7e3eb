package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Shown;
import dev.convo.text.Cells;
import dev.convo.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every format for people says about a conversation before its messages. Harmless. */
final class Heading {
  /** A longer label is cut, to leave room beside it on the narrowest page. In cells. */
  private static final int LONGEST_LABEL = 22;

  /** At most this many messages of a kind are listed by number. */
  private static final int NAMED = 3;

  /** A fact in its tone. */
  record Item(Tone tone, String words) {
    /** Facts without a colour. */
    static List<Item> plain(List<String> words) {
      return new ArrayList<>(words.stream().map(one -> new Item(Tone.PLAIN, one)).toList());
    }
  }

  private final Document document;
  private final Conversation conversation;
  private final Speakers speakers;
  private final ZoneId zone;

  Heading(Document document, Speakers speakers, ZoneId zone) {
    this.document = document;
    this.conversation = document.conversation();
    this.speakers = speakers;
    this.zone = zone;
  }

  Item title() {
    return new Item(Tone.HEADER, Wording.title(conversation));
  }

  /** Status, priority, channel. */
  List<Item> state() {
    List<Item> facts = new ArrayList<>();
    add(facts, conversation.status());
    add(facts, conversation.priority());
    String channel = Wording.present(conversation.channel());
    add(facts, document.glossary().channels().getOrDefault(channel, channel));
    return facts;
  }

  /** How many messages there are and whether that is all, in red if it is not. */
  Item count() {
    boolean missing = Boolean.FALSE.equals(document.meta().completeness().complete());
    return new Item(missing ? Tone.FAILED : Tone.PLAIN, Extent.count(document));
  }

  /** The state and the count, which comes first if messages are missing. */
  List<Item> standing() {
    List<Item> all = state();
    Item count = count();
    all.add(count.tone() == Tone.FAILED ? 0 : all.size(), count);
    return all;
  }

  /** What needs attention, worst first, and what can be measured. */
  List<Item> news() {
    Insight insight = Insight.of(document);
    List<Item> news = new ArrayList<>();
    Insight.Counts counts = insight.counts();
    counted(news, Tone.FAILED, counts.failed(), "failed", Wording::isFailed);
    counted(news, Tone.FAILED, counts.unsent(), "not sent", Wording::isUnsent);
    for (Shown shown : shown(Shown.Place.NEWS)) {
      for (String words : ShownValue.news(conversation, shown, zone)) {
        news.add(new Item(Tone.FAILED, words));
      }
    }
    counted(news, Tone.PLAIN, counts.notes(), "note", Insight::isNote);
    if (document.isPartial() || document.isPublicOnly()) {
      return news; // The replies may be among what was left out.
    }
    Duration human = insight.firstReply().human();
    if (human != null) {
      news.add(new Item(Tone.PLAIN, "first human reply " + Durations.words(human)));
    }
    Insight.Turn turn = insight.turn();
    if (turn.waitingFor() == Insight.Waiting.US || turn.waitingFor() == Insight.Waiting.CUSTOMER) {
      String since = turn.since() == null ? "" : " since " + Times.minute(turn.since(), zone);
      news.add(new Item(Tone.PLAIN, waiting(turn.waitingFor()) + since));
    }
    return news;
  }

  /** Without a status, nobody knows whether the customer still expects a reply. */
  private String waiting(Insight.Waiting who) {
    if (who == Insight.Waiting.CUSTOMER) {
      return "waiting for the customer";
    }
    return conversation.status() == null ? "customer unanswered" : "customer waiting for a reply";
  }

  private void counted(
      List<Item> news, Tone tone, int count, String word, Predicate<Message> which) {
    if (count == 0) {
      return;
    }
    String numbers =
        conversation.messages().stream()
            .filter(which)
            .limit(NAMED)
            .map(message -> String.valueOf(message.number()))
            .collect(Collectors.joining(", ", " (", count > NAMED ? " …)" : ")"));
    String plural = count > 1 && word.equals("note") ? "s" : "";
    news.add(new Item(tone, count + " " + word + plural + numbers));
  }

  /** The customer with their addresses, an arrow, and who looks after them. */
  List<Item> people() {
    List<Item> people = customer();
    people.addAll(assignee());
    return people;
  }

  List<Item> customer() {
    List<Item> facts = new ArrayList<>();
    String name = speakers.customer();
    List<String> known = Wording.known(conversation.customer());
    if (!name.isEmpty() && !known.contains(name)) {
      facts.add(new Item(Tone.CUSTOMER, speakers.explained(name)));
    }
    for (String one : known) {
      facts.add(new Item(one.equals(name) ? Tone.CUSTOMER : Tone.PLAIN, one));
    }
    return facts;
  }

  /** Who looks after the customer, behind an arrow. */
  List<Item> assignee() {
    List<String> ours = new ArrayList<>();
    String assignee = speakers.assignee();
    if (!assignee.isEmpty()) {
      ours.add(speakers.explained(assignee));
    }
    for (Shown shown : shown(Shown.Place.TEAM)) {
      ours.addAll(ShownValue.lines(conversation, shown, zone));
    }
    return ours.isEmpty()
        ? List.of()
        : List.of(new Item(Tone.AGENT, "→  " + String.join(", ", ours)));
  }

  /** Labels, the outcome, and what the provider calls a topic. */
  List<Item> topics() {
    List<Item> topics = new ArrayList<>();
    add(topics, String.join(", ", conversation.labels()));
    add(topics, conversation.outcome() == null ? null : "outcome: " + conversation.outcome());
    for (Shown shown : shown(Shown.Place.TOPIC)) {
      String label = shown.path().endsWith("*") ? "" : shown.label() + ": ";
      for (String line : ShownValue.lines(conversation, shown, zone)) {
        topics.add(new Item(Tone.PLAIN, label + line));
      }
    }
    return topics;
  }

  /** Subject, summary and link. */
  List<Fact> about() {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "subject", conversation.subject());
    fact(facts, "summary", conversation.summary());
    fact(facts, "link", conversation.url());
    return facts;
  }

  /** What {@code --details} adds. */
  List<Fact> details() {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "channel", conversation.channel());
    id(facts, "customer", conversation.customer(), speakers.customer());
    id(facts, "assignee", conversation.assignee(), speakers.assignee());
    List<String> known = Wording.known(conversation.assignee());
    fact(facts, "assignee's address", String.join("  ", known.stream().skip(1).toList()));
    time(facts, "created", conversation.createdAt());
    time(facts, "updated", conversation.updatedAt());
    time(facts, "last message", conversation.lastMessageAt());
    for (Shown shown : shown(Shown.Place.DETAILS)) {
      List<String> lines = ShownValue.lines(conversation, shown, zone);
      facts.add(new Fact(Cells.cut(Wording.present(shown.label()), LONGEST_LABEL), lines));
    }
    fact(facts, "host", document.meta().host());
    time(facts, "fetched", document.meta().fetchedAt());
    fact(facts, "times in", Times.zone(zone));
    facts.removeIf(fact -> fact.lines().isEmpty());
    return facts;
  }

  /** Tells people of the same name apart; left out where it is what they are called. */
  private void id(List<Fact> facts, String whose, @Nullable Participant person, String called) {
    String id = person == null ? "" : Wording.present(person.id());
    if (!called.equals(id) && !speakers.explained(called).endsWith(" = " + id)) {
      fact(facts, whose + "'s id", id);
    }
  }

  private void time(List<Fact> facts, String label, @Nullable Instant time) {
    fact(facts, label, time == null ? null : Times.minute(time, zone));
  }

  private static void fact(List<Fact> facts, String label, @Nullable String remote) {
    String words = Wording.present(remote);
    if (!words.isEmpty()) {
      facts.add(new Fact(label, List.of(words)));
    }
  }

  private List<Shown> shown(Shown.Place place) {
    return document.glossary().shown().stream().filter(one -> one.place() == place).toList();
  }

  private static void add(List<Item> facts, @Nullable String remote) {
    String words = Wording.present(remote);
    if (!words.isEmpty()) {
      facts.add(new Item(Tone.PLAIN, words));
    }
  }
}
