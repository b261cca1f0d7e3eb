package dev.convo.provider.chatwoot;

import dev.convo.model.Attributes;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The messages of one conversation, while they are read. */
final class History {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");

  private final Deque<List<Message>> pages = new ArrayDeque<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<Message> withoutId = new HashSet<>();
  private final List<Value> leftOver = new ArrayList<>();
  private boolean others;

  /**
   * Keeps what is new on a page. A message without an id is new unless an equal one came before.
   */
  void take(ChatwootDecoder.Page page) {
    if (!page.leftOver().isEmpty() && !leftOver.contains(page.leftOver())) {
      leftOver.add(page.leftOver());
    }
    others |= page.listed() > page.messages().size();
    List<Message> fresh =
        page.messages().stream()
            .filter(m -> m.id() == null ? !withoutId.contains(m) : ids.add(m.id()))
            .toList();
    fresh.stream().filter(m -> m.id() == null).forEach(withoutId::add);
    pages.addFirst(fresh);
  }

  Set<String> ids() {
    return ids;
  }

  /** Whether a page listed something that is not a message; it is among what is left over. */
  boolean hasOthers() {
    return others;
  }

  /**
   * All messages by id, which breaks ties of time, with those that the conversation's answer
   * embeds. A message without a number stays behind the one it came after.
   */
  List<Message> with(List<Message> embedded) {
    List<Message> all = new ArrayList<>();
    pages.forEach(all::addAll);
    for (Message message : embedded) {
      int place = place(all, message.id());
      if (place < 0) {
        all.add(message);
      } else {
        all.set(place, joined(all.get(place), message));
      }
    }
    record Numbered(BigInteger number, Message message) {}
    List<Numbered> numbered = new ArrayList<>(all.size());
    BigInteger latest = BigInteger.ZERO;
    for (Message message : all) {
      latest = number(message).orElse(latest);
      numbered.add(new Numbered(latest, message));
    }
    numbered.sort(Comparator.comparing(Numbered::number));
    return numbered.stream().map(Numbered::message).toList();
  }

  private static int place(List<Message> all, @Nullable String id) {
    for (int place = 0; id != null && place < all.size(); place++) {
      if (id.equals(all.get(place).id())) {
        return place;
      }
    }
    return -1;
  }

  /** The message's id, where it is a number. */
  static Optional<BigInteger> number(Message message) {
    return Optional.ofNullable(message.id())
        .filter(id -> NUMBER.matcher(id).matches())
        .map(BigInteger::new);
  }

  /** What the pages held besides messages. */
  List<Value> leftOver() {
    return leftOver;
  }

  /** A message in both shapes: the listed one, completed by the embedded one. */
  private static Message joined(Message listed, Message embedded) {
    boolean hasText = listed.text() != null;
    return listed
        .change()
        .at(listed.at() == null ? embedded.at() : listed.at())
        .author(joined(listed.author(), embedded.author()))
        .text(hasText ? listed.text() : embedded.text())
        .html(hasText ? listed.html() : embedded.html())
        .contentType(listed.contentType() == null ? embedded.contentType() : listed.contentType())
        .attachments(listed.attachments().isEmpty() ? embedded.attachments() : listed.attachments())
        .extras(listed.extras().or(embedded.extras()))
        .attributes(joined(listed.attributes(), embedded.attributes()))
        .build();
  }

  private static @Nullable Participant joined(
      @Nullable Participant listed, @Nullable Participant embedded) {
    if (listed == null || embedded == null || !Objects.equals(listed.id(), embedded.id())) {
      return listed == null ? embedded : listed;
    }
    return new Participant(
        listed.id(),
        listed.name() == null ? embedded.name() : listed.name(),
        null,
        null,
        joined(listed.attributes(), embedded.attributes()));
  }

  private static Attributes joined(Attributes listed, Attributes embedded) {
    Map<String, Value> all = new LinkedHashMap<>(listed.toMap());
    embedded.forEach(all::putIfAbsent);
    return Attributes.of(all);
  }
}
