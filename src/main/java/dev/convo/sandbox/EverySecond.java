package dev.convo.sandbox;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A rate limit to learn with: it refuses every other call under a key, beginning with the first, so
 * that a retry always succeeds.
 */
public final class EverySecond {
  private final ConcurrentMap<String, Integer> calls = new ConcurrentHashMap<>();

  /** Counts one call, and says whether it is refused. */
  public boolean refuses(String key) {
    return calls.merge(key, 1, Integer::sum) % 2 == 1;
  }
}
