package dev.convo.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes that spell one ASCII character as several. */
enum Escapes {
  JSON("\\\\u00(?<hex>\\p{XDigit}{2})|\\\\(?<own>[\"/\\\\])"),
  URL("%(?<hex>\\p{XDigit}{2})|(?<blank>\\+)"),
  HTML("&#[xX]0*(?<hex>\\p{XDigit}{2});|&#0*(?<number>\\d{2,3});|&(?<name>amp|quot|apos|lt|gt);");

  private static final List<String> NAMES = List.of("amp", "quot", "apos", "lt", "gt");
  private static final String NAMED = "&\"'<>";

  private final Pattern pattern;

  Escapes(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** The text with a word masked where escapes spell it. */
  String masked(String word, String mask, String said) {
    Matcher escape = pattern.matcher(said);
    if (!escape.find()) {
      return said;
    }
    StringBuilder read = new StringBuilder(said.length());
    int[] places = new int[said.length() + 1]; // from an index in read to the one in said
    int place = 0;
    do {
      for (; place < escape.start(); place++) {
        places[read.length()] = place;
        read.append(said.charAt(place));
      }
      places[read.length()] = place;
      read.append(character(escape));
      place = escape.end();
    } while (escape.find());
    for (; place < said.length(); place++) {
      places[read.length()] = place;
      read.append(said.charAt(place));
    }
    places[read.length()] = place;
    return masked(this == URL ? word.replace('+', ' ') : word, mask, said, read, places);
  }

  private static String masked(
      String word, String mask, String said, StringBuilder read, int[] places) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (int at = read.indexOf(word); at >= 0; at = read.indexOf(word, from)) {
      masked.append(said, places[from], places[at]).append(mask);
      from = at + word.length();
    }
    return from == 0 ? said : masked.append(said, places[from], said.length()).toString();
  }

  private char character(Matcher escape) {
    return switch (this) {
      case JSON -> escape.group("own") == null ? hex(escape) : escape.group("own").charAt(0);
      // A + is a blank in a form and a plus in a path: here all are blanks, also those of the word.
      case URL -> escape.group("blank") == null && hex(escape) != '+' ? hex(escape) : ' ';
      case HTML ->
          escape.group("name") != null
              ? NAMED.charAt(NAMES.indexOf(escape.group("name")))
              : escape.group("number") != null
                  ? (char) Integer.parseInt(escape.group("number"))
                  : hex(escape);
    };
  }

  private static char hex(Matcher escape) {
    return (char) Integer.parseInt(escape.group("hex"), 16);
  }
}
