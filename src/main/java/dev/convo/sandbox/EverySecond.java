package dev.convo.sandbox;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A rate limit for trying out retries: it refuses every other call under a key, beginning with the
 * first, so that a retry always succeeds.
 */
public final class EverySecond {
  private final ConcurrentMap<String, Integer> calls = new ConcurrentHashMap<>();

  /** Counts a call and returns whether it is refused. */
  public boolean refuses(String key) {
    return calls.merge(key, 1, Integer::sum) % 2 == 1;
  }
}
