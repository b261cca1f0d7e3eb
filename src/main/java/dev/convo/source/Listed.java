package dev.convo.source;

import java.util.Iterator;
import java.util.List;

/**
 * What is known from the start.
 *
 * @param <A> what is asked for
 */
public final class Listed<A> implements Agenda<A> {
  private final Iterator<A> all;
  private int left;

  /** All of these, in this order. */
  public Listed(List<A> all) {
    this.all = List.copyOf(all).iterator();
    this.left = all.size();
  }

  @Override
  public boolean hasNext() {
    return all.hasNext();
  }

  @Override
  public Next<A> next() {
    A one = all.next();
    left--;
    return new Next<>(one, null, 0);
  }

  @Override
  public int typedLeft() {
    return left;
  }

  @Override
  public boolean mayHoldMore() {
    return false;
  }
}
