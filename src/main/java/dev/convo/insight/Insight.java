package dev.convo.insight;

import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the times and roles of a conversation's messages say. Times are elapsed times: business
 * hours are not guessed.
 *
 * <p>A <em>reply</em> is a message from an agent or a bot that the customer may have seen: public,
 * and neither unsent nor failed. A <em>wait</em> begins with the customer's first message since the
 * last reply, and ends with the next. A <em>human</em> reply comes from an agent with a name or an
 * id: platforms attribute even automatic greetings to an agent.
 *
 * @param first the first time of a message
 * @param last the last time of a message
 * @param firstReply the first replies to the customer's first message
 * @param longestWait the longest wait that ended; null if none did
 * @param agents the agents who replied, in the order of their first replies
 */
public record Insight(
    Counts counts,
    @Nullable Instant first,
    @Nullable Instant last,
    FirstReply firstReply,
    @Nullable Wait longestWait,
    Turn turn,
    List<Replies> agents) {

  public Insight {
    agents = List.copyOf(agents);
  }

  /** Messages counted by role, and those that need attention. */
  public record Counts(Map<Role, Integer> roles, int notes, int failed, int unsent) {
    public Counts {
      roles = Map.copyOf(roles);
    }

    public int of(Role role) {
      return roles.getOrDefault(role, 0);
    }
  }

  /**
   * How long the customer waited for the first replies.
   *
   * @param any from anybody; null if there was none, or a time is missing
   * @param human from an agent with a name or an id; the same
   * @param handedOver the number of the first such reply after a bot's; null if there is none
   */
  public record FirstReply(
      @Nullable Duration any, @Nullable Duration human, @Nullable Integer handedOver) {}

  /**
   * A wait.
   *
   * @param from the number of the customer's message at its beginning
   * @param to the number of the reply at its end
   */
  public record Wait(Duration length, int from, int to) {}

  /** Who has to act next. */
  public enum Waiting {
    /** The customer spoke last. */
    US,
    /** We spoke last. */
    CUSTOMER,
    /** The conversation is over. */
    NOBODY
  }

  /**
   * Whose turn it is.
   *
   * @param waitingFor null if unknown: nobody has spoken, or messages are missing or left out
   * @param since the time of the message that it began with
   */
  public record Turn(@Nullable Waiting waitingFor, @Nullable Instant since) {}

  /**
   * An agent's replies.
   *
   * @param agent name, else id; null if the platform sent neither
   * @param count how many there are
   * @param median of the waits that they ended; null if there were none
   */
  public record Replies(@Nullable String agent, int count, @Nullable Duration median) {}

  public static Insight of(Document document) {
    List<Message> messages = document.conversation().messages();
    Walk walk = new Walk();
    messages.forEach(walk::take);
    return new Insight(
        walk.counts(),
        walk.first,
        walk.last,
        new FirstReply(walk.firstReply, walk.firstHumanReply, walk.handedOver),
        walk.longest,
        turn(document, walk),
        walk.agents());
  }

  /** Whether only colleagues see a message. */
  public static boolean isNote(Message message) {
    return message.visibility() == Visibility.PRIVATE && message.role() != Role.SYSTEM;
  }

  private static Turn turn(Document document, Walk walk) {
    String status = document.conversation().status();
    if (status != null && document.glossary().finalStatuses().contains(status)) {
      return new Turn(Waiting.NOBODY, null);
    }
    boolean missing =
        Boolean.FALSE.equals(document.meta().completeness().complete()) || document.isPartial();
    if (missing || walk.lastSpoken == null) {
      return new Turn(null, null);
    }
    Message began = walk.waiting == null ? walk.lastSpoken : walk.waiting;
    return new Turn(walk.waiting == null ? Waiting.CUSTOMER : Waiting.US, began.at());
  }

  /** A walk over the messages, in order. */
  private static final class Walk {
    private final Map<Role, Integer> roles = new EnumMap<>(Role.class);

    /** By agent: the wait that each reply ended, null if it ended none. */
    private final Map<String, List<@Nullable Duration>> replies = new LinkedHashMap<>();

    private int notes;
    private int failed;
    private int unsent;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Message opening;
    private @Nullable Message waiting;
    private @Nullable Message lastSpoken;
    private @Nullable Duration firstReply;
    private @Nullable Duration firstHumanReply;
    private @Nullable Integer handedOver;
    private @Nullable Wait longest;
    private boolean botSpoke;
    private boolean replied;
    private boolean humanReplied;

    void take(Message message) {
      roles.merge(message.role(), 1, Integer::sum);
      notes += isNote(message) ? 1 : 0;
      failed += message.delivery() == Delivery.FAILED ? 1 : 0;
      unsent += message.delivery() == Delivery.UNSENT ? 1 : 0;
      if (message.at() != null) {
        first = first == null ? message.at() : first;
        last = message.at();
      }
      if (message.role() == Role.CUSTOMER) {
        opening = opening == null ? message : opening;
        waiting = waiting == null ? message : waiting;
        lastSpoken = message;
      } else if (isReply(message)) {
        reply(message);
        lastSpoken = message;
      }
    }

    private static boolean isReply(Message message) {
      return (message.role() == Role.AGENT || message.role() == Role.BOT)
          && message.visibility() == Visibility.PUBLIC
          && message.delivery() != Delivery.UNSENT
          && message.delivery() != Delivery.FAILED;
    }

    private void reply(Message message) {
      boolean human = message.role() == Role.AGENT && !name(message).isEmpty();
      if (opening != null && !replied) {
        firstReply = between(opening, message);
        replied = true;
      }
      if (opening != null && human && !humanReplied) {
        firstHumanReply = between(opening, message);
        humanReplied = true;
      }
      if (human && botSpoke && handedOver == null) {
        handedOver = message.number();
      }
      botSpoke |= message.role() == Role.BOT;
      Duration wait = waiting == null ? null : between(waiting, message);
      if (wait != null
          && waiting != null
          && (longest == null || longest.length().compareTo(wait) < 0)) {
        longest = new Wait(wait, waiting.number(), message.number());
      }
      if (message.role() == Role.AGENT) {
        replies.computeIfAbsent(name(message), agent -> new ArrayList<>()).add(wait);
      }
      waiting = null;
    }

    private static @Nullable Duration between(Message from, Message to) {
      return from.at() == null || to.at() == null ? null : Duration.between(from.at(), to.at());
    }

    private static String name(Message message) {
      if (message.author() == null) {
        return "";
      }
      String name =
          message.author().name() == null ? message.author().id() : message.author().name();
      return name == null ? "" : name;
    }

    private Counts counts() {
      return new Counts(roles, notes, failed, unsent);
    }

    private List<Replies> agents() {
      List<Replies> agents = new ArrayList<>();
      replies.forEach(
          (agent, waits) ->
              agents.add(new Replies(agent.isEmpty() ? null : agent, waits.size(), median(waits))));
      return agents;
    }

    private static @Nullable Duration median(List<@Nullable Duration> waits) {
      List<Duration> sorted = waits.stream().flatMap(Stream::ofNullable).sorted().toList();
      if (sorted.isEmpty()) {
        return null;
      }
      Duration upper = sorted.get(sorted.size() / 2);
      return sorted.size() % 2 == 1
          ? upper
          : upper.plus(sorted.get(sorted.size() / 2 - 1)).dividedBy(2);
    }
  }
}
