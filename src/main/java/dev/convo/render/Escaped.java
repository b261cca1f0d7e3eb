package dev.convo.render;

import dev.convo.text.Links;

/** Harmless text as HTML shows it: no element, no attribute, no entity but ours. */
final class Escaped {
  private Escaped() {}

  /** For an element's text or a quoted attribute. */
  static String of(String harmless) {
    StringBuilder out = new StringBuilder(harmless.length() + 16);
    for (int i = 0; i < harmless.length(); i++) {
      char c = harmless.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A line in which each address is a link that shows its target. */
  static String linked(String harmless) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Links.Span span : Links.in(harmless)) {
      String address = of(harmless.substring(span.from(), span.to()));
      out.append(of(harmless.substring(from, span.from())));
      out.append("<a href=\"").append(address).append("\" rel=\"noopener noreferrer nofollow\">");
      out.append(address).append("</a>");
      from = span.to();
    }
    return out.append(of(harmless.substring(from))).toString();
  }

  /** A line from here on; spans are the starts and ends of what is marked, never in an address. */
  static String marked(String harmless, int from, int[] spans) {
    StringBuilder out = new StringBuilder();
    int done = from;
    for (int i = 0; i < spans.length; i += 2) {
      int start = Math.max(spans[i], done);
      if (spans[i + 1] > start) {
        out.append(linked(harmless.substring(done, start)));
        out.append("<mark>").append(of(harmless.substring(start, spans[i + 1]))).append("</mark>");
        done = spans[i + 1];
      }
    }
    return out.append(linked(harmless.substring(done))).toString();
  }
}
