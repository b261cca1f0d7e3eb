import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Prints the table in CodePoints.java, from the files of the Unicode Character Database (on Debian:
 * the package unicode-data). Paste what it prints:
 *
 * <pre>java src/build/CodePointKinds.java /usr/share/unicode</pre>
 */
final class CodePointKinds {
  private static final Set<String> CONJUNCT_SCRIPTS =
      Set.of("Bengali", "Devanagari", "Gujarati", "Malayalam", "Oriya", "Telugu");

  private final char[] kinds = new char[0x110000];
  private final Path folder;

  private CodePointKinds(Path folder) {
    this.folder = folder;
    Arrays.fill(kinds, ' ');
  }

  public static void main(String[] args) throws IOException {
    new CodePointKinds(Path.of(args[0])).print();
  }

  private void print() throws IOException {
    String[] categories = column("extracted/DerivedGeneralCategory.txt");
    String[] breaks = column("auxiliary/GraphemeBreakProperty.txt");
    String[] widths = column("EastAsianWidth.txt");
    String[] scripts = column("Scripts.txt");
    String[] ages = column("DerivedAge.txt");
    String[] syllabic = column("IndicSyllabicCategory.txt");
    boolean[] pictographic = new boolean[kinds.length];
    boolean[] modifier = new boolean[kinds.length];
    each("emoji/emoji-data.txt", "Extended_Pictographic", at -> pictographic[at] = true);
    each("emoji/emoji-data.txt", "Emoji_Modifier", at -> modifier[at] = true);
    for (int at = 0xA0; at < kinds.length; at++) {
      boolean wide = widths[at].equals("W") || widths[at].equals("F");
      // Where new emoji come: those of a later Unicode count as wide already.
      wide |= at >= 0x1FA70 && at <= 0x1FAFF && categories[at].equals("Cn");
      // Shown wide by terminals, though not (or not yet) wide in this Unicode: circled numbers on
      // black squares, and the hexagrams.
      wide |= at >= 0x3248 && at <= 0x324F || at >= 0x4DC0 && at <= 0x4DFF;
      // Marks that terminals with an old table take for letters: they are younger, or were letters.
      boolean young = !ages[at].isEmpty() && Double.parseDouble(ages[at]) > 5.0;
      young |= at == 0x1885 || at == 0x1886 || at == 0x1A1B || at == 0xA802;
      boolean unseen = Set.of("Mn", "Me", "Cf").contains(categories[at]);
      boolean conjunct = CONJUNCT_SCRIPTS.contains(scripts[at]);
      kinds[at] =
          switch (breaks[at]) {
            case "Control" -> unseen && at != 0xAD ? 'Z' : ' ';
            case "ZWJ" -> 'J';
            case "Extend" ->
                modifier[at] || wide && !unseen
                    ? 'M'
                    : conjunct && syllabic[at].equals("Virama")
                        ? 'K'
                        : unseen && !young ? 'E' : 'S';
            case "SpacingMark" -> 'S';
            case "Prepend" -> 'P';
            case "Regional_Indicator" -> 'R';
            case "L" -> 'L';
            case "V", "T" -> young ? 'S' : breaks[at].charAt(0);
            case "LV", "LVT" -> 'H';
            default ->
                pictographic[at]
                    ? wide ? 'Y' : 'X'
                    : wide ? 'W' : conjunct && syllabic[at].equals("Consonant") ? 'C' : ' ';
          };
    }
    StringBuilder line = new StringBuilder();
    int from = 0;
    for (int at = 1; at <= kinds.length; at++) {
      if (at == kinds.length || kinds[at] != kinds[from]) {
        if (kinds[from] != ' ') {
          String range = kinds[from] + Integer.toHexString(from).toUpperCase();
          range += at - 1 == from ? "" : "-" + Integer.toHexString(at - 1).toUpperCase();
          if (line.length() + range.length() > 90) {
            System.out.println("      " + line.toString().strip());
            line.setLength(0);
          }
          line.append(' ').append(range);
        }
        from = at;
      }
    }
    System.out.println("      " + line.toString().strip());
  }

  private String[] column(String file) throws IOException {
    String[] values = new String[kinds.length];
    Arrays.fill(values, "");
    read(file, (from, to, value) -> Arrays.fill(values, from, to + 1, value));
    return values;
  }

  private void each(String file, String wanted, IntConsumer found) throws IOException {
    read(
        file,
        (from, to, value) -> {
          for (int at = from; value.equals(wanted) && at <= to; at++) {
            found.accept(at);
          }
        });
  }

  private interface Range {
    void found(int from, int to, String value);
  }

  private void read(String file, Range range) throws IOException {
    for (String line : Files.readAllLines(folder.resolve(file))) {
      String[] parts = line.replaceFirst("#.*", "").split(";");
      if (parts.length > 1) {
        String[] ends = parts[0].strip().split("\\.\\.");
        range.found(
            Integer.parseInt(ends[0], 16),
            Integer.parseInt(ends[ends.length - 1], 16),
            parts[1].strip());
      }
    }
  }
}
