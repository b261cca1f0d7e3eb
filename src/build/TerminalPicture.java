import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What convo writes to a terminal, as a picture for the README. In the root of a checkout:
 *
 * <pre>
 * ./convo chatwoot 42 --profile demo -o transcript --width 80 --utc --color always \
 *   | java src/build/TerminalPicture.java 'convo chatwoot 42 --profile demo -o transcript' \
 *   > docs/transcript.svg
 * </pre>
 *
 * With a second word, {@code light}, on white paper.
 */
final class TerminalPicture {
  private static final double CELL = 8.4;
  private static final int LINE = 19;
  private static final int MARGIN = 16;
  private static final int COLUMNS = 80;

  /** The colours of two common terminals, for the few that convo uses. */
  private enum Theme {
    DARK("#1c1e26", "#d8dae2", "#ff6b6b", "#6bcb77", "#d58fff", "#4fc3d9"),
    LIGHT("#ffffff", "#24262e", "#cd0000", "#00a000", "#b000b0", "#0090a0");

    private final String paper;
    private final String ink;
    private final Map<String, String> colours;

    Theme(String paper, String ink, String red, String green, String magenta, String cyan) {
      this.paper = paper;
      this.ink = ink;
      this.colours = Map.of("31", red, "32", green, "35", magenta, "36", cyan);
    }
  }

  /** A colour, or the beginning or end of a hyperlink. */
  private static final Pattern CODE =
      Pattern.compile("\u001b\\[([0-9;]*)m|\u001b\\]8;.*?(?:\u001b\\\\|\u0007)");

  /** A run of words; blanks, which a browser would draw as one; or an emoji or the like. */
  private static final Pattern RUN =
      Pattern.compile(" {2,}|(?:(?! {2})[\\u0020-\\u024f\\u2010-\\u2027\\u2500-\\u257f])+|\\X");

  private final Theme theme;
  private final StringBuilder svg = new StringBuilder();

  private TerminalPicture(Theme theme) {
    this.theme = theme;
  }

  public static void main(String[] args) throws IOException {
    String output = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    boolean light = args.length > 1 && args[1].equals("light");
    TerminalPicture picture = new TerminalPicture(light ? Theme.LIGHT : Theme.DARK);
    picture.draw(args[0], output.lines().toList());
    System.out.write(picture.svg.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private void draw(String command, List<String> lines) {
    int height = 2 * MARGIN + LINE * (lines.size() + 1);
    long width = 2 * MARGIN + Math.round(CELL * COLUMNS);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    svg.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ");
    svg.append(width).append(' ').append(height).append("\" role=\"img\">\n");
    svg.append("<title>").append(escaped(command)).append("</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"" + theme.paper + "\"/>\n");
    svg.append("<g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\"");
    svg.append(" font-size=\"14\" fill=\"" + theme.ink + "\" xml:space=\"preserve\">\n");
    int y = MARGIN + 14;
    line("$ " + command, y);
    for (String line : lines) {
      y += LINE;
      line(line, y);
    }
    svg.append("</g>\n</svg>\n");
  }

  private void line(String line, int y) {
    Matcher code = CODE.matcher(line);
    String style = "";
    int cell = 0;
    int from = 0;
    while (code.find()) {
      cell = styled(style, line.substring(from, code.start()), cell, y);
      style = code.group(1) == null ? style : code.group(1);
      from = code.end();
    }
    styled(style, line.substring(from), cell, y);
  }

  /** Places every run at its cell, however wide the font draws the runs before it. */
  private int styled(String style, String text, int cell, int y) {
    Matcher run = RUN.matcher(text);
    int at = cell;
    while (run.find()) {
      String words = run.group();
      boolean narrow = words.codePointAt(0) < 0x2600;
      int cells = narrow ? words.length() : 2;
      if (!words.isBlank()) {
        String bare = words.stripLeading();
        int blanks = words.length() - bare.length();
        String shown = bare.stripTrailing();
        if (style.equals("7")) {
          box(at + blanks, shown.length(), y);
        }
        svg.append("<text x=\"").append(x(at + blanks)).append("\" y=\"").append(y).append('"');
        if (narrow) {
          svg.append(" textLength=\"").append(tenths(CELL * shown.length())).append('"');
        }
        svg.append(attributes(style)).append('>').append(escaped(shown)).append("</text>\n");
      }
      at += cells;
    }
    return at;
  }

  /** What reverse video fills. */
  private void box(int cell, int cells, int y) {
    svg.append("<rect x=\"").append(x(cell)).append("\" y=\"").append(y - 14);
    svg.append("\" width=\"").append(tenths(CELL * cells)).append("\" height=\"").append(LINE - 1);
    svg.append("\" fill=\"" + theme.ink + "\"/>\n");
  }

  private static String x(int cell) {
    return tenths(MARGIN + CELL * cell);
  }

  /** As short as can be: {@code 16}, {@code 24.4}. */
  private static String tenths(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
  }

  private String attributes(String style) {
    StringBuilder attributes = new StringBuilder();
    for (String one : style.split(";")) {
      switch (one) {
        case "1" -> attributes.append(" font-weight=\"bold\"");
        case "2" -> attributes.append(" opacity=\"0.6\"");
        case "4" -> attributes.append(" text-decoration=\"underline\"");
        case "7" -> attributes.append(" fill=\"" + theme.paper + '"');
        default -> {
          String colour = theme.colours.get(one);
          attributes.append(colour == null ? "" : " fill=\"" + colour + '"');
        }
      }
    }
    return attributes.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
