package dev.convo.render;

import java.util.List;

/**
 * What a reader asks for beyond what a format shows by itself.
 *
 * @param details whether everything is shown that the provider lists for people
 * @param fields the columns of a table, by name; empty for those of the format
 */
public record Wanted(boolean details, List<String> fields, Highlight highlight) {
  public static final Wanted NOTHING = new Wanted(false, List.of(), Highlight.NONE);

  public Wanted {
    fields = List.copyOf(fields);
  }
}
