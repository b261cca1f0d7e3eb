package dev.convo.terminal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is costly to get: computed when it is first needed, then remembered. */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> source;
  private @Nullable T answer;

  public Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    T known = answer;
    if (known == null) {
      known = source.get();
      answer = known;
    }
    return known;
  }
}
