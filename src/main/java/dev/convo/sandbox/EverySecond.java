package dev.convo.sandbox;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A rate limit to learn with: of the calls under one key it refuses the first, the third and so on,
 * so that whoever waits and asks again gets an answer, today and tomorrow.
 */
public final class EverySecond {
  private final ConcurrentMap<String, Integer> calls = new ConcurrentHashMap<>();

  /** Counts one call, and says whether it is refused. */
  public boolean refuses(String key) {
    return calls.merge(key, 1, Integer::sum) % 2 == 1;
  }
}
