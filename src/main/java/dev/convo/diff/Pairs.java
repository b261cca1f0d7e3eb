package dev.convo.diff;

import dev.convo.model.Message;
import dev.convo.model.Participant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of two lists are the same. An id decides if each list has it once. Where a
 * platform repeats ids or sends none, time, author and text decide, then fewer of them; ids must
 * agree in any case. Messages that agree in everything are matched in order.
 */
final class Pairs {
  /** What identifies a message, the strictest first. */
  private static final List<Function<Message, @Nullable Object>> KEYS =
      List.of(
          one -> key(one.id(), one.at(), author(one), one.text()),
          one -> one.at() == null ? null : key(one.id(), one.at(), author(one)),
          one -> one.text() == null ? null : key(one.id(), author(one), one.text()),
          Message::id);

  private final IdentityHashMap<Message, Message> newByOld = new IdentityHashMap<>();
  private final IdentityHashMap<Message, Message> oldByNew = new IdentityHashMap<>();

  private Pairs() {}

  static Pairs of(List<Message> before, List<Message> after) {
    Set<String> repeated = new HashSet<>();
    for (List<Message> messages : List.of(before, after)) {
      Set<String> ids = new HashSet<>();
      messages.stream()
          .map(Message::id)
          .filter(id -> id != null && !ids.add(id))
          .forEach(repeated::add);
    }
    Pairs pairs = new Pairs();
    pairs.match(before, after, one -> repeated.contains(one.id()) ? null : one.id());
    KEYS.forEach(key -> pairs.match(before, after, key));
    return pairs;
  }

  @Nullable Message newOf(Message old) {
    return newByOld.get(old);
  }

  @Nullable Message oldOf(Message now) {
    return oldByNew.get(now);
  }

  private void match(
      List<Message> before, List<Message> after, Function<Message, @Nullable Object> key) {
    Map<Object, Deque<Message>> waiting = new HashMap<>();
    for (Message message : before) {
      Object found = newByOld.containsKey(message) ? null : key.apply(message);
      if (found != null) {
        waiting.computeIfAbsent(found, none -> new ArrayDeque<>()).add(message);
      }
    }
    for (Message message : waiting.isEmpty() ? List.<Message>of() : after) {
      Object found = oldByNew.containsKey(message) ? null : key.apply(message);
      Deque<Message> olds = found == null ? null : waiting.get(found);
      Message old = olds == null ? null : olds.poll();
      if (old != null) {
        newByOld.put(old, message);
        oldByNew.put(message, old);
      }
    }
  }

  private static Object key(@Nullable Object... parts) {
    return new ArrayList<>(Arrays.asList(parts));
  }

  private static @Nullable String author(Message message) {
    Participant author = message.author();
    if (author == null) {
      return message.role().name();
    }
    return author.id() == null ? author.name() : author.id();
  }
}
