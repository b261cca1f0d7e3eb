package dev.convo.text;

/**
 * Long runs of blanks in a line that is not wrapped. A terminal continues such a line in column
 * one, and the blanks could choose what appears there.
 */
public final class Blanks {
  /** A longer run is shown by its length. */
  private static final int LONGEST = 16;

  private Blanks() {}

  /** The line with {@code <74 blanks>} for each run of more than {@value #LONGEST}. */
  public static String marked(String line) {
    StringBuilder marked = null;
    int written = 0;
    int run = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && isBlank(line.charAt(i))) {
        run++;
      } else {
        if (run > LONGEST) {
          marked = marked == null ? new StringBuilder(line.length()) : marked;
          marked.append(line, written, i - run).append('<').append(run).append(" blanks>");
          written = i;
        }
        run = 0;
      }
    }
    return marked == null ? line : marked.append(line, written, line.length()).toString();
  }

  /** Tabs, Unicode's space separators, and the empty pattern of Braille. */
  private static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c >= 0xA0
            && (c == 0xA0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200A
                || c == 0x202F
                || c == 0x205F
                || c == 0x2800
                || c == 0x3000);
  }
}
