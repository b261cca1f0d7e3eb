package dev.convo.diff;

import dev.convo.model.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fact that changed. */
public sealed interface Difference {
  Field field();

  /** The path to it inside the field: names, and places in lists as numbers from 0. */
  List<Value> inside();

  /** A fact other than a time. JSON's null means that it is absent. */
  record OfValue(Field field, List<Value> inside, Value before, Value after) implements Difference {
    public OfValue {
      inside = List.copyOf(inside);
    }
  }

  /** A time, which people read in their own zone. Null means that it is absent. */
  record OfTime(Field field, @Nullable Instant before, @Nullable Instant after)
      implements Difference {
    @Override
    public List<Value> inside() {
      return List.of();
    }
  }
}
