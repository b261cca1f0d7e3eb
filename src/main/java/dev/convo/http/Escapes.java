package dev.convo.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to write a character of ASCII as several. */
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

  /** What is said, with a word masked where the escapes spell it. */
  String masked(String word, String mask, String said) {
    Matcher escape = pattern.matcher(said);
    if (!escape.find()) {
      return said;
    }
    StringBuilder read = new StringBuilder(said.length());
    int[] places = new int[said.length() + 1]; // of what is read in what is said
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
      // A + is a blank in a form and itself in a path; all are read as blanks, the word's too.
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
