package dev.convo.profile.file;

import dev.convo.profile.value.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** Reads TOML into our own {@link Item}s. The only class that uses the TOML library. */
public final class TomlFile {
  private final Path file;

  private TomlFile(Path file) {
    this.file = file;
  }

  /**
   * The whole file as a table.
   *
   * @param file used only to name faults and places
   * @throws dev.convo.failure.Failure CONFIG if the text is not TOML 1.0
   */
  public static Item.Table read(String text, Path file) {
    TomlParseResult parsed = Toml.parse(text, TomlVersion.V1_0_0);
    TomlFile reader = new TomlFile(file);
    if (parsed.hasErrors()) {
      throw reader.fault(parsed.errors().get(0), text);
    }
    return reader.table(parsed, Source.line(file, 1), "");
  }

  private dev.convo.failure.Failure fault(TomlParseError error, String text) {
    TomlPosition position = error.position();
    Source source = Source.line(file, position.line());
    // The parser's message may quote the line, which may hold a secret.
    return String.valueOf(error.getMessage()).contains("previously defined")
        ? source.fault("this key or table is defined twice", "keep one of the two")
        : source.fault(
            "not valid TOML at column " + position.column(), TomlAdvice.on(line(text, position)));
  }

  /** The faulty line. An error in the first column is about the end of the line before. */
  private static String line(String text, TomlPosition position) {
    int before = position.column() == 1 && position.line() > 1 ? 2 : 1;
    return text.lines().skip(position.line() - (long) before).findFirst().orElse("");
  }

  private Item.Table table(TomlTable table, Source source, String name) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      List<String> path = List.of(key);
      TomlPosition position = table.inputPositionOf(path);
      Source at = position == null ? source : Source.line(file, position.line());
      Object value = table.get(path);
      items.put(
          key,
          value instanceof TomlTable inner
              ? table(inner, at, name.isEmpty() ? key : name + "." + key)
              : item(value, at));
    }
    return new Item.Table(source, name, items);
  }

  private static Item item(Object value, Source source) {
    if (value instanceof String text) {
      return new Item.Text(source, text);
    }
    if (value instanceof Long number) {
      return new Item.Whole(source, number);
    }
    if (value instanceof Boolean flag) {
      return new Item.Flag(source, flag);
    }
    if (value instanceof TomlArray array) {
      List<String> words = new ArrayList<>();
      for (Object element : array.toList()) {
        if (!(element instanceof String word)) {
          return new Item.Other(source, "a list of values other than text");
        }
        words.add(word);
      }
      return new Item.Words(source, words);
    }
    return new Item.Other(source, value instanceof Double ? "a fraction" : "a date or time");
  }
}
