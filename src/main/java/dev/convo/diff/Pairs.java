package dev.convo.diff;

import dev.convo.model.Message;
import dev.convo.model.Participant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    Pairs pairs = new Pairs();
    Map<String, Message> old = unique(before);
    Map<String, Message> now = unique(after);
    old.forEach(
        (id, message) -> {
          Message other = now.get(id);
          if (other != null) {
            pairs.pair(message, other);
          }
        });
    for (Function<Message, @Nullable Object> key : KEYS) {
      pairs.match(before, after, key);
    }
    return pairs;
  }

  @Nullable Message newOf(Message old) {
    return newByOld.get(old);
  }

  @Nullable Message oldOf(Message now) {
    return oldByNew.get(now);
  }

  private static Map<String, Message> unique(List<Message> messages) {
    Map<String, Message> once = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Message message : messages) {
      if (message.id() != null) {
        once.put(message.id(), message);
        counts.merge(message.id(), 1, Integer::sum);
      }
    }
    once.keySet().removeIf(id -> counts.getOrDefault(id, 0) > 1);
    return once;
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
      Message old = found == null ? null : next(waiting.get(found));
      if (old != null) {
        pair(old, message);
      }
    }
  }

  private static @Nullable Message next(@Nullable Deque<Message> waiting) {
    return waiting == null ? null : waiting.poll();
  }

  private void pair(Message old, Message now) {
    newByOld.put(old, now);
    oldByNew.put(now, old);
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
