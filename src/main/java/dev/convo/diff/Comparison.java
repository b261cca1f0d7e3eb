package dev.convo.diff;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two documents of one conversation.
 *
 * @param fields the differences in the conversation itself
 * @param changes what happened to its messages, in the new document's order; those that are gone
 *     keep their places
 */
public record Comparison(Side before, Side after, List<Difference> fields, List<Change> changes) {
  public Comparison {
    fields = List.copyOf(fields);
    changes = List.copyOf(changes);
  }

  /** Compares two documents. */
  public static Comparison of(Side before, Side after) {
    return new Comparison(
        before,
        after,
        Differences.ofConversations(before.open(), after.open()),
        new Walk(before, after).changes());
  }

  /** Whether nothing changed. */
  public boolean same() {
    return fields.isEmpty() && changes.isEmpty();
  }

  /** A walk over the messages of both sides. */
  private static final class Walk {
    private final Side before;
    private final Side after;
    private final Pairs pairs;
    private final Map<Integer, Message> openBefore;
    private final Map<Integer, Message> openAfter;
    private final Map<Integer, Message> shownBefore;
    private final Map<Integer, Message> shownAfter;
    private final List<Change> changes = new ArrayList<>();

    Walk(Side before, Side after) {
      this.before = before;
      this.after = after;
      this.pairs = Pairs.of(messages(before), messages(after));
      this.openBefore = byNumber(before.open());
      this.openAfter = byNumber(after.open());
      this.shownBefore = byNumber(before.shown());
      this.shownAfter = byNumber(after.shown());
    }

    private static List<Message> messages(Side side) {
      return side.whole().conversation().messages();
    }

    private static Map<Integer, Message> byNumber(Document document) {
      Map<Integer, Message> byNumber = new HashMap<>();
      document.conversation().messages().forEach(one -> byNumber.put(one.number(), one));
      return byNumber;
    }

    List<Change> changes() {
      IdentityHashMap<@Nullable Message, List<Message>> gone = new IdentityHashMap<>();
      Message place = null;
      for (Message old : messages(before)) {
        Message now = pairs.newOf(old);
        if (now == null) {
          gone.computeIfAbsent(place, none -> new ArrayList<>()).add(old);
        } else {
          place = now;
        }
      }
      gone.getOrDefault(null, List.of()).forEach(this::gone);
      for (Message now : messages(after)) {
        Message old = pairs.oldOf(now);
        if (old == null) {
          added(now);
        } else {
          compare(old, now);
        }
        gone.getOrDefault(now, List.of()).forEach(this::gone);
      }
      return changes;
    }

    private void gone(Message old) {
      Message shown = shownBefore.get(old.number());
      if (shown != null) {
        changes.add(new Change.Gone(shown, absence(after.isComplete())));
      }
    }

    private void added(Message now) {
      Message shown = shownAfter.get(now.number());
      if (shown != null) {
        changes.add(new Change.Added(shown, absence(before.isComplete() || isLater(now))));
      }
    }

    private static Change.Absence absence(boolean certain) {
      return certain ? Change.Absence.CERTAIN : Change.Absence.NOT_COMPLETE;
    }

    /** The old document cannot lack what was written after it was fetched. */
    private boolean isLater(Message now) {
      Instant fetched = before.whole().meta().fetchedAt();
      return now.at() != null && fetched != null && now.at().isAfter(fetched);
    }

    private void compare(Message old, Message now) {
      if (!shownBefore.containsKey(old.number()) && !shownAfter.containsKey(now.number())) {
        return;
      }
      Message was = openBefore.get(old.number());
      Message is = openAfter.get(now.number());
      if (was != null && is != null) {
        List<Difference> differences = Differences.ofMessages(was, is);
        if (!differences.isEmpty()) {
          changes.add(new Change.Changed(was, is, differences));
        }
      } else if (was != null) {
        changes.add(new Change.Gone(was, Change.Absence.LEFT_OUT));
      } else if (is != null) {
        changes.add(new Change.Added(is, Change.Absence.LEFT_OUT));
      }
    }
  }
}
