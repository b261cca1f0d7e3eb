package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Participant;
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

  /** So many numbers of failed messages are named; the others are counted. */
  private static final int NAMED = 3;

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
  static void write(Page page, Layout layout, Document document, List<String> legend)
      throws IOException {
    Header header = new Header(page, layout, document);
    header.identity();
    header.line(header.news());
    header.people();
    header.line(header.topics());
    header.own("subject", document.conversation().subject());
    header.own("summary", document.conversation().summary());
    header.own("link", document.conversation().url());
    header.line(legend);
    if (layout.details()) {
      Facts.details(document, layout.zone()).write(page, layout.columns());
    }
  }

  private void identity() throws IOException {
    List<String> facts = new ArrayList<>();
    String id = Wording.present(conversation.id());
    facts.add(conversation.provider() + (id.isEmpty() ? "" : " " + id));
    add(facts, conversation.status());
    add(facts, conversation.priority());
    String channel = Wording.present(conversation.channel());
    add(facts, document.glossary().channels().getOrDefault(channel, channel));
    String left = String.join(DOT, facts);
    String count = Wording.count(document);
    Completeness known = document.meta().completeness();
    if (Boolean.FALSE.equals(known.complete())) {
      page.hanging(Tone.FAILED, count + DOT + left, layout.columns());
      return;
    }
    int columns = layout.columns();
    int gap = columns - Cells.width(left) - Cells.width(count);
    if (columns == 0) {
      page.line(Tone.HEADER, left + DOT + count);
    } else if (gap >= 2) {
      page.put(Tone.HEADER, left).put(" ".repeat(gap) + count).end();
    } else {
      page.hanging(Tone.HEADER, left, columns);
      page.line("  " + count);
    }
  }

  /** What there is to mind, and to measure. */
  private List<String> news() {
    Insight insight = Insight.of(document);
    List<String> news = new ArrayList<>();
    Insight.Counts counts = insight.counts();
    counted(news, counts.failed(), "failed", message -> Wording.isFailed(message));
    counted(news, counts.unsent(), "not sent", message -> Wording.isUnsent(message));
    counted(news, counts.notes(), "note", message -> Insight.isNote(message));
    for (Shown shown : document.glossary().shown()) {
      if (shown.place() == Shown.Place.NEWS) {
        news.addAll(ShownValue.news(conversation.attributes(), shown, layout.zone()));
      }
    }
    Duration human = insight.firstReply().human();
    if (human != null) {
      news.add("first human reply " + Wording.duration(human));
    }
    Insight.Turn turn = insight.turn();
    if (turn.waitingFor() == Insight.Waiting.US || turn.waitingFor() == Insight.Waiting.CUSTOMER) {
      String since =
          turn.since() == null ? "" : " since " + Wording.minute(turn.since(), layout.zone());
      news.add(
          (turn.waitingFor() == Insight.Waiting.US
                  ? "customer waits for a reply"
                  : "waiting for the customer")
              + since);
    }
    return news;
  }

  private void counted(List<String> news, int count, String word, Predicate<Message> which) {
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
    news.add(
        count
            + " "
            + word
            + plural
            + " ("
            + String.join(", ", numbers)
            + (count > NAMED ? " …)" : ")"));
  }

  private void people() throws IOException {
    String customer = Wording.person(conversation.customer());
    List<String> ours = new ArrayList<>();
    Participant assignee = conversation.assignee();
    if (assignee != null) {
      String name = Wording.present(assignee.name());
      add(ours, name.isEmpty() ? Wording.person(assignee) : name);
    }
    for (Shown shown : document.glossary().shown()) {
      if (shown.place() == Shown.Place.TEAM) {
        ours.addAll(ShownValue.lines(conversation.attributes(), shown, layout.zone()));
      }
    }
    String us = String.join(", ", ours);
    if (!customer.isEmpty() || !us.isEmpty()) {
      page.hanging(
          Tone.PLAIN,
          "> " + (customer.isEmpty() ? "?" : customer) + (us.isEmpty() ? "" : "  →  " + us),
          layout.columns());
    }
  }

  /** Labels and what else says in a word what it is about. */
  private List<String> topics() {
    List<String> topics = new ArrayList<>();
    add(topics, String.join(", ", conversation.labels()));
    add(topics, conversation.outcome() == null ? null : "outcome: " + conversation.outcome());
    for (Shown shown : document.glossary().shown()) {
      if (shown.place() == Shown.Place.TOPIC) {
        String label = shown.path().endsWith("*") ? "" : shown.label() + ": ";
        for (String line : ShownValue.lines(conversation.attributes(), shown, layout.zone())) {
          topics.add(label + line);
        }
      }
    }
    if (!topics.isEmpty()) {
      topics.set(0, "# " + topics.get(0));
    }
    return topics;
  }

  private void line(List<String> facts) throws IOException {
    String line = "";
    for (String fact : facts) {
      String longer = line.isEmpty() ? fact : line + DOT + fact;
      boolean fits = layout.columns() == 0 || Cells.width(longer) <= layout.columns();
      if (!fits && !line.isEmpty()) {
        page.hanging(Tone.PLAIN, line, layout.columns());
        longer = "  " + fact;
      }
      line = longer;
    }
    if (!line.isEmpty()) {
      page.hanging(Tone.PLAIN, line, layout.columns());
    }
  }

  private void own(String label, @Nullable String remote) throws IOException {
    String words = Wording.present(remote);
    if (!words.isEmpty()) {
      page.hanging(Tone.PLAIN, label + ": " + words, layout.columns());
    }
  }

  private static void add(List<String> facts, @Nullable String remote) {
    String words = Wording.present(remote);
    if (!words.isEmpty()) {
      facts.add(words);
    }
  }
}
