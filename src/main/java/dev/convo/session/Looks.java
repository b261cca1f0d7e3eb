package dev.convo.session;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.failure.Nearest;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.render.Format;
import dev.convo.render.Layout;
import dev.convo.show.ColorChoice;
import dev.convo.show.Zones;
import dev.convo.source.Accounts;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a run's result looks: what was typed, then the environment, then the profile file. */
final class Looks {
  private final Host host;
  private final Order order;
  private final Accounts accounts;
  private final Map<String, String> variables;

  Looks(Host host, Order order, Accounts accounts) {
    this.host = host;
    this.order = order;
    this.accounts = accounts;
    this.variables = accounts.variables();
  }

  /**
   * The format.
   *
   * @throws Failure CONFIG if the environment or the file names one that there is not
   */
  Format format() {
    if (order.format() != null) {
      return order.format();
    }
    Optional<Sourced> named =
        variable("CONVO_OUTPUT")
            .map(word -> new Sourced(word, Source.option("CONVO_OUTPUT")))
            .or(() -> accounts.general("output"));
    return named.map(Looks::known).orElse(Format.TABLE);
  }

  private static Format known(Sourced named) {
    List<String> words = Arrays.stream(Format.values()).map(Format::word).toList();
    return Format.of(named.value())
        .orElseThrow(
            () ->
                new Failure(
                    Kind.CONFIG,
                    named.source() + ": there is no format '" + named.value() + "'",
                    Nearest.to(named.value(), words)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("the formats are " + String.join(", ", words))));
  }

  /** The file of {@code -O}, or null for standard output. */
  @Nullable Path file() {
    Path file = order.outputFile();
    return file == null || file.toString().equals("-") ? null : file;
  }

  /** Whether the pager is wanted. */
  boolean paged(Format format) {
    return format.forPeople()
        && !order.look().noPager()
        && !host.windows()
        && file() == null
        && host.streams().terminals().out();
  }

  /** How text for people is laid out. */
  Layout layout() {
    boolean terminal = file() == null && host.streams().terminals().out();
    ColorChoice color = order.look().color() == null ? ColorChoice.AUTO : order.look().color();
    return new Layout(columns(terminal), zone(), color.on(variables, terminal, host.windows()));
  }

  private int columns(boolean terminal) {
    Integer typed = order.look().width();
    if (typed != null) {
      return typed;
    }
    if (file() != null) {
      return 0;
    }
    int exported = variable("COLUMNS").map(Looks::positive).orElse(0);
    if (exported > 0) {
      return exported;
    }
    return terminal ? host.columns().get().orElse(0) : 0;
  }

  private static int positive(String written) {
    return written.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(written) : 0;
  }

  private ZoneId zone() {
    ZoneId typed = order.look().zone();
    if (typed != null) {
      return typed;
    }
    Optional<String> named = variable("CONVO_TZ");
    if (named.isPresent()) {
      try {
        return Zones.of(named.get());
      } catch (Failure e) {
        throw new Failure(Kind.CONFIG, "CONVO_TZ: " + e.message(), e.hint());
      }
    }
    return system();
  }

  /** TZ where it names a zone; its other forms are for the system to read. */
  private ZoneId system() {
    String named = variables.getOrDefault("TZ", "");
    try {
      return named.isEmpty()
          ? host.zone().get()
          : ZoneId.of(named.startsWith(":") ? named.substring(1) : named);
    } catch (DateTimeException e) {
      return host.zone().get();
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }
}
