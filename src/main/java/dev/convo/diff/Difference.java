package dev.convo.diff;

import dev.convo.model.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fact that changed. Null means that it was not there. */
public sealed interface Difference {
  /** The field that holds it. */
  Field field();

  /** The way to it inside the field: names, and places in lists as numbers from 0. */
  List<Value> inside();

  /** A fact other than a time. */
  record OfValue(Field field, List<Value> inside, @Nullable Value before, @Nullable Value after)
      implements Difference {
    public OfValue {
      inside = List.copyOf(inside);
    }
  }

  /** A time, which people want in their own zone. */
  record OfTime(Field field, @Nullable Instant before, @Nullable Instant after)
      implements Difference {
    @Override
    public List<Value> inside() {
      return List.of();
    }
  }
}
