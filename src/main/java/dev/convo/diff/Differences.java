package dev.convo.diff;

import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what changed, field by field. It skips what differs in every fetch: when and by whom the
 * document was fetched, request ids, message numbers.
 */
final class Differences {
  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** The differences in the conversations themselves and in their completeness. */
  static List<Difference> ofConversations(Document before, Document after) {
    Differences all = new Differences();
    Conversation was = before.conversation();
    Conversation is = after.conversation();
    all.text(Field.STATUS, was.status(), is.status());
    all.text(Field.PRIORITY, was.priority(), is.priority());
    all.value(Field.ASSIGNEE, was.assignee(), is.assignee(), Values::person);
    all.text(Field.SUBJECT, was.subject(), is.subject());
    all.text(Field.SUMMARY, was.summary(), is.summary());
    all.text(Field.OUTCOME, was.outcome(), is.outcome());
    // Labels have no order.
    all.value(Field.LABELS, sorted(was.labels()), sorted(is.labels()), Values::texts);
    all.value(Field.CUSTOMER, was.customer(), is.customer(), Values::person);
    all.text(Field.CHANNEL, was.channel(), is.channel());
    all.text(Field.URL, was.url(), is.url());
    all.time(Field.CREATED_AT, was.createdAt(), is.createdAt());
    all.time(Field.UPDATED_AT, was.updatedAt(), is.updatedAt());
    all.time(Field.LAST_MESSAGE_AT, was.lastMessageAt(), is.lastMessageAt());
    Completeness knew = before.meta().completeness();
    Completeness knows = after.meta().completeness();
    all.meta("complete", Values.flag(knew.complete()), Values.flag(knows.complete()));
    all.meta("messages_expected", Values.number(knew.expected()), Values.number(knows.expected()));
    all.value(Field.ATTRIBUTES, was.attributes(), is.attributes(), one -> one);
    return all.found;
  }

  /** The differences between two versions of a message. */
  static List<Difference> ofMessages(Message was, Message is) {
    Differences all = new Differences();
    Extras had = was.extras();
    Extras has = is.extras();
    all.text(Field.DELIVERY, was.delivery().word(), is.delivery().word());
    all.text(Field.FAILURE, had.failure(), has.failure());
    all.text(Field.VISIBILITY, was.visibility().word(), is.visibility().word());
    all.text(Field.ROLE, was.role().word(), is.role().word());
    all.value(Field.AUTHOR, was.author(), is.author(), Values::person);
    all.time(Field.AT, was.at(), is.at());
    all.time(Field.EDITED_AT, had.editedAt(), has.editedAt());
    all.value(Field.DELETED, had.deleted(), has.deleted(), Values::flag);
    all.text(Field.REPLY_TO, had.replyTo(), has.replyTo());
    all.text(Field.CONTENT_TYPE, was.contentType(), is.contentType());
    if (!Objects.equals(was.text(), is.text())) {
      all.add(Field.TEXT, List.of(), Values.text(was.text()), Values.text(is.text()));
    }
    all.value(Field.MAIL, had.mail(), has.mail(), Values::mail);
    all.value(Field.CALL, had.call(), has.call(), Values::call);
    all.value(Field.ANSWERS, had.answers(), has.answers(), Values.list(Values::answer));
    all.value(Field.OFFERED, had.offered(), has.offered(), Values.list(Values::offer));
    all.value(
        Field.ATTACHMENTS, was.attachments(), is.attachments(), Values.list(Values::attachment));
    all.value(Field.ATTRIBUTES, was.attributes(), is.attributes(), one -> one);
    return all.found;
  }

  private static List<String> sorted(List<String> labels) {
    return labels.stream().sorted().toList();
  }

  private void text(Field field, @Nullable String before, @Nullable String after) {
    value(field, before, after, Values::text);
  }

  /** Compares milliseconds: a saved document has no more. */
  private void time(Field field, @Nullable Instant before, @Nullable Instant after) {
    if (!Objects.equals(millis(before), millis(after))) {
      found.add(new Difference.OfTime(field, before, after));
    }
  }

  private static @Nullable Instant millis(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private void meta(String name, Value before, Value after) {
    compare(Field.META, List.of(new Value.Text(name)), before, after);
  }

  private <T> void value(
      Field field, @Nullable T before, @Nullable T after, Function<T, Value> value) {
    if (!Objects.equals(before, after)) {
      compare(field, List.of(), Values.orNone(before, value), Values.orNone(after, value));
    }
  }

  /** Descends into objects, one of which may be absent, and into lists of as many objects. */
  private void compare(Field field, List<Value> inside, Value before, Value after) {
    if (before instanceof Attributes || after instanceof Attributes) {
      Attributes was = members(before);
      Attributes is = members(after);
      if (was != null && is != null) {
        Set<String> names = new LinkedHashSet<>(was.names());
        names.addAll(is.names());
        for (String name : names) {
          Value step = new Value.Text(name);
          compare(field, deeper(inside, step), member(was, name), member(is, name));
        }
        return;
      }
    }
    if (before instanceof Value.Items old
        && after instanceof Value.Items now
        && old.values().size() == now.values().size()
        && old.values().stream().allMatch(Attributes.class::isInstance)) {
      for (int i = 0; i < old.values().size(); i++) {
        Value step = new Value.Numeral(String.valueOf(i));
        compare(field, deeper(inside, step), old.values().get(i), now.values().get(i));
      }
    } else if (!same(before, after)) {
      add(field, inside, before, after);
    }
  }

  /** The members of an object, of which an absent one has none; null for any other value. */
  private static @Nullable Attributes members(Value value) {
    return value == Value.None.NONE
        ? Attributes.NONE
        : value instanceof Attributes members ? members : null;
  }

  private static Value member(Attributes of, String name) {
    return Values.orNone(of.get(name), one -> one);
  }

  private static List<Value> deeper(List<Value> inside, Value step) {
    List<Value> path = new ArrayList<>(inside);
    path.add(step);
    return path;
  }

  private static boolean same(Value before, Value after) {
    return before.equals(after)
        || before instanceof Value.Text old
            && after instanceof Value.Text now
            && SignedLink.same(old.text(), now.text());
  }

  private void add(Field field, List<Value> inside, Value before, Value after) {
    found.add(new Difference.OfValue(field, inside, before, after));
  }
}
