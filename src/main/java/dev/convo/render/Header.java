package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Selection;
import dev.convo.model.Shown;
import dev.convo.text.Cells;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The few lines that a conversation begins with, the same facts in every format for people, worst
 * news first: what it is and whether that is all; what to mind; who; what about. Each begins with a
 * word or a mark of ours, so that no name and no label can look like another line.
 */
final class Header {
  private static final String DOT = " · ";

  private static final String INDENT = "  ";

  /** So many numbers of failed messages are named; the others are counted. */
  private static final int NAMED = 3;

  /** A fact in its tone, harmless. */
  private record Item(Tone tone, String words) {}

  private final Page page;
  private final Layout layout;
  private final Document document;
  private final Conversation conversation;

  private Header(Page page, Layout layout, Document document) {
    this.page = page;
    this.layout = layout;
    this.document = document;
    this.conversation = document.conversation();
  }

  /** Writes the header of a document, and with {@code --details} everything else. */
  static void write(
      Page page, Layout layout, Document document, Speakers speakers, List<String> legend)
      throws IOException {
    Header header = new Header(page, layout, document);
    header.identity();
    header.line(header.news(), DOT);
    header.people(speakers);
    header.line(header.topics(), DOT);
    header.own("subject", document.conversation().subject());
    header.own("summary", document.conversation().summary());
    header.own("link", document.conversation().url());
    header.legend(legend);
    if (layout.details()) {
      Facts.details(document, layout.zone()).write(page, layout.columns());
    }
  }

  private void identity() throws IOException {
    List<Item> facts = new ArrayList<>();
    facts.add(new Item(Tone.HEADER, Wording.title(conversation)));
    add(facts, conversation.status());
    add(facts, conversation.priority());
    String channel = Wording.present(conversation.channel());
    add(facts, document.glossary().channels().getOrDefault(channel, channel));
    String count = Wording.count(document);
    if (Boolean.FALSE.equals(document.meta().completeness().complete())) {
      facts.add(0, new Item(Tone.FAILED, count));
      line(facts, DOT);
      return;
    }
    int width = Cells.width(count) - DOT.length() + 2;
    for (Item fact : facts) {
      width += DOT.length() + Cells.width(fact.words());
    }
    int columns = layout.columns();
    if (columns == 0 || width > columns) {
      facts.add(new Item(Tone.PLAIN, count));
      line(facts, DOT);
      return;
    }
    String dot = "";
    for (Item fact : facts) {
      page.put(dot).put(fact.tone(), fact.words());
      dot = DOT;
    }
    page.put(" ".repeat(2 + columns - width) + count).end();
  }

  /** What there is to mind, worst first, and to measure. */
  private List<Item> news() {
    Insight insight = Insight.of(document);
    List<Item> news = new ArrayList<>();
    Insight.Counts counts = insight.counts();
    counted(news, Tone.FAILED, counts.failed(), "failed", Wording::isFailed);
    counted(news, Tone.FAILED, counts.unsent(), "not sent", Wording::isUnsent);
    for (Shown shown : document.glossary().shown()) {
      if (shown.place() == Shown.Place.NEWS) {
        for (String words :
            ShownValue.news(ShownValue.of(conversation, shown), shown, layout.zone())) {
          news.add(new Item(Tone.FAILED, words));
        }
      }
    }
    counted(news, Tone.PLAIN, counts.notes(), "note", Insight::isNote);
    Selection selection = document.meta().selection();
    if (selection != null && (selection.isPartial() || selection.isPublicOnly())) {
      // Between what was left out may be the replies.
      return news;
    }
    Duration human = insight.firstReply().human();
    if (human != null) {
      news.add(new Item(Tone.PLAIN, "first human reply " + Wording.duration(human)));
    }
    Insight.Turn turn = insight.turn();
    if (turn.waitingFor() == Insight.Waiting.US || turn.waitingFor() == Insight.Waiting.CUSTOMER) {
      String since =
          turn.since() == null ? "" : " since " + Wording.minute(turn.since(), layout.zone());
      String who =
          turn.waitingFor() == Insight.Waiting.US
              ? "customer waits for a reply"
              : "waiting for the customer";
      news.add(new Item(Tone.PLAIN, who + since));
    }
    return news;
  }

  private void counted(
      List<Item> news, Tone tone, int count, String word, Predicate<Message> which) {
    if (count == 0) {
      return;
    }
    List<String> numbers =
        conversation.messages().stream()
            .filter(which)
            .limit(NAMED)
            .map(message -> String.valueOf(message.number()))
            .toList();
    String plural = count > 1 && word.equals("note") ? "s" : "";
    String more = count > NAMED ? " …)" : ")";
    news.add(
        new Item(tone, count + " " + word + plural + " (" + String.join(", ", numbers) + more));
  }

  private void people(Speakers speakers) throws IOException {
    List<Item> people = new ArrayList<>();
    Participant customer = conversation.customer();
    String name = speakers.of(customer);
    for (String known : Wording.known(customer)) {
      people.add(new Item(known.equals(name) ? Tone.CUSTOMER : Tone.PLAIN, known));
    }
    if (people.isEmpty() && !name.isEmpty()) {
      people.add(new Item(Tone.CUSTOMER, name));
    }
    List<String> ours = new ArrayList<>();
    String assignee = speakers.of(conversation.assignee());
    if (!assignee.isEmpty()) {
      ours.add(assignee);
    }
    for (Shown shown : document.glossary().shown()) {
      if (shown.place() == Shown.Place.TEAM) {
        ours.addAll(ShownValue.lines(ShownValue.of(conversation, shown), shown, layout.zone()));
      }
    }
    if (!ours.isEmpty()) {
      people.add(new Item(Tone.AGENT, "→  " + String.join(", ", ours)));
    }
    marked(">", people);
    line(people, "  ");
  }

  /** Labels and what else says in a word what it is about. */
  private List<Item> topics() {
    List<Item> topics = new ArrayList<>();
    add(topics, String.join(", ", conversation.labels()));
    add(topics, conversation.outcome() == null ? null : "outcome: " + conversation.outcome());
    for (Shown shown : document.glossary().shown()) {
      if (shown.place() == Shown.Place.TOPIC) {
        String label = shown.path().endsWith("*") ? "" : shown.label() + ": ";
        for (String line :
            ShownValue.lines(ShownValue.of(conversation, shown), shown, layout.zone())) {
          topics.add(new Item(Tone.PLAIN, label + line));
        }
      }
    }
    marked("#", topics);
    return topics;
  }

  /** A mark of ours, so that what follows cannot look like another line. */
  private static void marked(String mark, List<Item> items) {
    if (!items.isEmpty()) {
      items.set(0, new Item(items.get(0).tone(), mark + " " + items.get(0).words()));
    }
  }

  /** One after the other, in as many lines as they need, all but the first indented. */
  private void line(List<Item> items, String between) throws IOException {
    int columns = layout.columns();
    int used = 0;
    for (Item item : items) {
      int width = Cells.width(item.words());
      if (used > 0 && (columns == 0 || used + between.length() + width <= columns)) {
        page.put(between);
        used += between.length();
      } else if (used > 0) {
        page.end();
        page.put(INDENT);
        used = INDENT.length();
      }
      List<String> parts = Cells.wrap(item.words(), columns == 0 ? 0 : columns - INDENT.length());
      if (used + width <= columns) {
        parts = List.of(item.words());
      }
      String last = parts.get(parts.size() - 1);
      for (String part : parts.subList(0, parts.size() - 1)) {
        page.put(item.tone(), part).end();
        page.put(INDENT);
        used = INDENT.length();
      }
      page.put(item.tone(), last);
      used += Cells.width(last);
    }
    if (!items.isEmpty()) {
      page.end();
    }
  }

  private void legend(List<String> legend) throws IOException {
    List<Item> names = new ArrayList<>();
    legend.forEach(words -> names.add(new Item(Tone.PLAIN, words)));
    marked("names:", names);
    line(names, DOT);
  }

  private void own(String label, @Nullable String remote) throws IOException {
    String words = Wording.present(remote);
    if (!words.isEmpty()) {
      page.hanging(Tone.PLAIN, label + ": " + words, layout.columns());
    }
  }

  private static void add(List<Item> facts, @Nullable String remote) {
    String words = Wording.present(remote);
    if (!words.isEmpty()) {
      facts.add(new Item(Tone.PLAIN, words));
    }
  }
}
