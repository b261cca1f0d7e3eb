package dev.convo.terminal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that costs something: asked for when it is first needed, and then remembered. */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> source;
  private @Nullable T answer;

  /** Asks nothing yet. */
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
