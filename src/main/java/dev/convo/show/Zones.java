package dev.convo.show;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.failure.Nearest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Time zones by the names that people type. */
public final class Zones {
  private Zones() {}

  /**
   * The zone of this name.
   *
   * @throws Failure USAGE, naming the nearest zone, if there is no such zone
   */
  public static ZoneId of(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Failure(
          Kind.USAGE,
          "there is no time zone '" + name + "'",
          nearest(name)
              .map(near -> "did you mean " + near + "?")
              .orElse("write a name such as Europe/Berlin or Asia/Tokyo, or UTC"));
    }
  }

  /** The same name in other letters, the zone of this city, or the nearest name. */
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
