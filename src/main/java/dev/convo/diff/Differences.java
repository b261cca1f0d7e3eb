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
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what changed, field by field. What differs in every fetch is not compared: when and by
 * whom it was fetched, request ids, a message's number.
 */
final class Differences {
  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** What differs in the conversations themselves and in what is known of their completeness. */
  static List<Difference> ofConversations(Document before, Document after) {
    Differences all = new Differences();
    Conversation was = before.conversation();
    Conversation is = after.conversation();
    all.text(Field.STATUS, was.status(), is.status());
    all.text(Field.PRIORITY, was.priority(), is.priority());
    all.value(Field.ASSIGNEE, Values.person(was.assignee()), Values.person(is.assignee()));
    all.text(Field.SUBJECT, was.subject(), is.subject());
    all.text(Field.SUMMARY, was.summary(), is.summary());
    all.text(Field.OUTCOME, was.outcome(), is.outcome());
    all.value(Field.LABELS, labels(was), labels(is));
    all.value(Field.CUSTOMER, Values.person(was.customer()), Values.person(is.customer()));
    all.text(Field.CHANNEL, was.channel(), is.channel());
    all.text(Field.URL, was.url(), is.url());
    all.time(Field.CREATED_AT, was.createdAt(), is.createdAt());
    all.time(Field.UPDATED_AT, was.updatedAt(), is.updatedAt());
    all.time(Field.LAST_MESSAGE_AT, was.lastMessageAt(), is.lastMessageAt());
    Completeness knew = before.meta().completeness();
    Completeness knows = after.meta().completeness();
    all.meta("complete", Values.flag(knew.complete()), Values.flag(knows.complete()));
    all.meta("messages_expected", Values.number(knew.expected()), Values.number(knows.expected()));
    all.value(Field.ATTRIBUTES, was.attributes(), is.attributes());
    return all.found;
  }

  /** What differs between two versions of a message. */
  static List<Difference> ofMessages(Message was, Message is) {
    Differences all = new Differences();
    Extras had = was.extras();
    Extras has = is.extras();
    all.text(Field.DELIVERY, word(was.delivery()), word(is.delivery()));
    all.text(Field.FAILURE, had.failure(), has.failure());
    all.text(Field.VISIBILITY, word(was.visibility()), word(is.visibility()));
    all.text(Field.ROLE, word(was.role()), word(is.role()));
    all.value(Field.AUTHOR, Values.person(was.author()), Values.person(is.author()));
    all.time(Field.AT, was.at(), is.at());
    all.time(Field.EDITED_AT, had.editedAt(), has.editedAt());
    all.value(Field.DELETED, Values.flag(had.deleted()), Values.flag(has.deleted()));
    all.text(Field.REPLY_TO, had.replyTo(), has.replyTo());
    all.text(Field.CONTENT_TYPE, was.contentType(), is.contentType());
    if (!Objects.equals(was.text(), is.text())) {
      all.add(Field.TEXT, List.of(), Values.text(was.text()), Values.text(is.text()));
    }
    all.value(Field.MAIL, Values.mail(had.mail()), Values.mail(has.mail()));
    all.value(Field.CALL, Values.call(had.call()), Values.call(has.call()));
    all.value(
        Field.ANSWERS,
        Values.list(had.answers(), Values::answer),
        Values.list(has.answers(), Values::answer));
    all.value(
        Field.OFFERED,
        Values.list(had.offered(), Values::offer),
        Values.list(has.offered(), Values::offer));
    all.value(
        Field.ATTACHMENTS,
        Values.list(was.attachments(), Values::attachment),
        Values.list(is.attachments(), Values::attachment));
    all.value(Field.ATTRIBUTES, was.attributes(), is.attributes());
    return all.found;
  }

  /** Labels have no order. */
  private static Value labels(Conversation conversation) {
    return Values.texts(conversation.labels().stream().sorted().toList());
  }

  private void text(Field field, @Nullable String before, @Nullable String after) {
    value(field, Values.text(before), Values.text(after));
  }

  /** The model keeps milliseconds in JSON, and a saved document has no more. */
  private void time(Field field, @Nullable Instant before, @Nullable Instant after) {
    if (!Objects.equals(millis(before), millis(after))) {
      found.add(new Difference.OfTime(field, before, after));
    }
  }

  private static @Nullable Instant millis(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private void meta(String name, @Nullable Value before, @Nullable Value after) {
    compare(Field.META, List.of(new Value.Text(name)), before, after);
  }

  private void value(Field field, @Nullable Value before, @Nullable Value after) {
    compare(field, List.of(), before, after);
  }

  /**
   * Goes into objects, of which either may be missing, and into lists of objects of the same
   * length; all else is one fact.
   */
  private void compare(
      Field field, List<Value> inside, @Nullable Value before, @Nullable Value after) {
    Attributes was = members(before, after);
    Attributes is = members(after, before);
    if (was != null && is != null) {
      Set<String> names = new LinkedHashSet<>(was.names());
      names.addAll(is.names());
      for (String name : names) {
        compare(field, deeper(inside, new Value.Text(name)), was.get(name), is.get(name));
      }
    } else if (before instanceof Value.Items old
        && after instanceof Value.Items now
        && old.values().size() == now.values().size()
        && old.values().stream().allMatch(Attributes.class::isInstance)) {
      for (int i = 0; i < old.values().size(); i++) {
        Value place = new Value.Numeral(String.valueOf(i));
        compare(field, deeper(inside, place), old.values().get(i), now.values().get(i));
      }
    } else if (!same(before, after)) {
      add(field, inside, before, after);
    }
  }

  /** The members of a value; none where only the other one is there and has some. */
  private static @Nullable Attributes members(@Nullable Value value, @Nullable Value other) {
    if (value instanceof Attributes members) {
      return members;
    }
    boolean missing = value == null || value == Value.None.NONE;
    return missing && other instanceof Attributes ? Attributes.NONE : null;
  }

  private static List<Value> deeper(List<Value> inside, Value step) {
    List<Value> way = new ArrayList<>(inside);
    way.add(step);
    return way;
  }

  /** A null counts as absent. */
  private static boolean same(@Nullable Value before, @Nullable Value after) {
    Value was = before == Value.None.NONE ? null : before;
    Value is = after == Value.None.NONE ? null : after;
    return Objects.equals(was, is)
        || was instanceof Value.Text old
            && is instanceof Value.Text now
            && SignedLink.same(old.text(), now.text());
  }

  private void add(Field field, List<Value> inside, @Nullable Value before, @Nullable Value after) {
    found.add(new Difference.OfValue(field, inside, before, after));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
