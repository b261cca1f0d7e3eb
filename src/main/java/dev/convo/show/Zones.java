package dev.convo.show;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Time zones by the names that people type. */
public final class Zones {
  private Zones() {}

  /**
   * The zone of this name.
   *
   * @throws Failure USAGE, naming the nearest, if there is no such zone
   */
  public static ZoneId of(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Failure.usage(
          "there is no time zone '" + name + "'",
          nearest(name)
              .map(near -> "did you mean " + near + "?")
              .orElse("write a name such as Europe/Berlin or Asia/Tokyo, or UTC"));
    }
  }

  /**
   * The zone for people's times: what was typed, else what the environment says, else the system's.
   *
   * @throws Failure CONFIG if {@code CONVO_TZ} names none
   */
  public static ZoneId chosen(
      @Nullable ZoneId typed, Map<String, String> variables, Supplier<ZoneId> system) {
    if (typed != null) {
      return typed;
    }
    String ours = variables.getOrDefault("CONVO_TZ", "");
    if (!ours.isEmpty()) {
      try {
        return of(ours);
      } catch (Failure e) {
        throw Failure.config("CONVO_TZ: " + e.message(), e.hint());
      }
    }
    // TZ where it names a zone; its other forms are for the system to read.
    String named = variables.getOrDefault("TZ", "");
    try {
      return named.isEmpty()
          ? system.get()
          : ZoneId.of(named.startsWith(":") ? named.substring(1) : named);
    } catch (DateTimeException e) {
      return system.get();
    }
  }

  /** The same name in another case, the zone of this city, or the nearest name. */
  private static Optional<String> nearest(String typed) {
    String word = typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    Set<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
    return known.stream()
        .filter(name -> name.equalsIgnoreCase(word))
        .findFirst()
        .or(() -> known.stream().filter(name -> city(name).equals(word)).findFirst())
        .or(() -> word.contains("/") ? Nearest.to(word, known) : Optional.empty());
  }

  private static String city(String name) {
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
