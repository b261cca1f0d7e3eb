package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.model.Role;
import dev.convo.provider.Setting;
import dev.convo.select.Trait;
import dev.convo.select.When;
import dev.convo.show.ColorChoice;
import dev.convo.show.OutputFormat;
import dev.convo.show.Zones;
import dev.convo.text.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.TypeConversionException;

/** Converts the text of options to values, or says in a sentence why it cannot. */
final class Converters {
  /** Words that people use for one of ours, though their letters differ. */
  private static final Map<String, String> MEANT =
      Map.of(
          "md", "markdown",
          "text", "transcript",
          "ndjson", "jsonl",
          "yaml", "json",
          "yml", "json",
          "not sent", "unsent",
          "not-sent", "unsent",
          "drafts", "unsent",
          "private", "notes",
          "files", "attachments");

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,11})\\s*([kmg]?)(i?b)?");

  private Converters() {}

  static void register(CommandLine root) {
    root.registerConverter(Duration.class, saying(Durations::parse));
    root.registerConverter(Path.class, saying(Converters::path));
    root.registerConverter(Long.class, saying(Converters::size));
    root.registerConverter(long.class, saying(Converters::size));
    root.registerConverter(ZoneId.class, saying(Zones::of));
    root.registerConverter(OutputFormat.class, saying(Converters::format));
    root.registerConverter(When.class, saying(When::of));
    root.registerConverter(Role.class, word(Role.values()));
    root.registerConverter(Trait.class, word(Trait.values()));
    root.registerConverter(ColorChoice.class, word(ColorChoice.values()));
    root.registerConverter(ErrorOptions.ErrorFormat.class, word(ErrorOptions.ErrorFormat.values()));
    root.registerConverter(CompletionCommand.Shell.class, word(CompletionCommand.Shell.values()));
    root.registerConverter(Integer.class, saying(Converters::count));
    root.registerConverter(int.class, saying(Converters::count));
  }

  /** A converter for a provider's own setting. */
  static ITypeConverter<String> of(Setting setting) {
    if (!setting.values().isEmpty()) {
      return word(setting.values());
    }
    return saying(
        text -> {
          if (setting.form().matcher(text).matches()) {
            return text;
          }
          throw Failure.usage(
              "'" + text + "' is not " + setting.formHelp(), "an example is " + setting.example());
        });
  }

  /** One of these words, in capitals or not. */
  static ITypeConverter<String> word(List<String> words) {
    return saying(text -> known(text, words, null));
  }

  /**
   * One of these words, in capitals or not.
   *
   * @param otherwise the hint if no word is near; null for the command's help
   * @throws Failure USAGE if it is none of them, naming the nearest
   */
  private static String known(String text, List<String> words, @Nullable String otherwise) {
    return words.stream()
        .filter(text::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "'" + text + "' is not one of " + String.join(", ", words),
                    Optional.ofNullable(MEANT.get(text.toLowerCase(Locale.ROOT)))
                        .filter(words::contains)
                        .or(() -> Nearest.to(text, words))
                        .map(near -> "did you mean " + near + "?")
                        .orElse(otherwise)));
  }

  /**
   * A converter. No lambda of picocli's type: JDK 17 crashes when it archives one for the launcher,
   * because picocli's class files are older than class-data sharing supports.
   */
  private static <T> ITypeConverter<T> saying(Function<String, T> reading) {
    return new ITypeConverter<>() {
      @Override
      public T convert(String text) {
        try {
          return reading.apply(text);
        } catch (IllegalArgumentException e) {
          throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
      }
    };
  }

  /** Sets an option that no field holds. No lambda, for the same reason. */
  static ISetter setter(Consumer<Object> taking) {
    return new ISetter() {
      @Override
      public <T> T set(T value) {
        if (value != null) {
          taking.accept(value);
        }
        return value;
      }
    };
  }

  /** Under LC_ALL=C, Java cannot name a file with letters beyond ASCII. */
  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "this locale cannot represent the file name '" + text + "'; try LC_ALL=C.UTF-8", e);
    }
  }

  /** Bytes, such as {@code 500k}, {@code 64M} or {@code 1GiB}; a kilobyte has 1,024. */
  static long size(String text) {
    Matcher form = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a size such as 500k, 64M or 1G");
    }
    int shift = 10 * " kmg".indexOf(form.group(2));
    return Math.min(Long.parseLong(form.group(1)), Long.MAX_VALUE >> shift) << shift;
  }

  private static int count(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("'" + text + "' is not a whole number, 0 or more");
    }
    return Integer.parseInt(text);
  }

  private static OutputFormat format(String text) {
    return OutputFormat.of(known(text, OutputFormat.words(), "see 'convo help formats'"))
        .orElseThrow();
  }

  private static <E extends Enum<E>> ITypeConverter<E> word(E[] all) {
    List<String> words =
        Arrays.stream(all).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return saying(text -> all[words.indexOf(known(text, words, null))]);
  }
}
