import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws how time and memory grow: {@code java Chart.java GROWTH}, a file of lines "messages
 * convo-ms convo-MiB other-ms other-MiB". Writes an SVG whose scales are logarithmic, so that a
 * straight line of slope one is linear growth.
 */
public final class Chart {
  private static final int WIDTH = 720;
  private static final int PANEL_HEIGHT = 220;
  private static final int LEFT = 70;
  private static final int RIGHT = 110;
  private static final int TOP = 36;
  private static final int GAP = 60;

  private record Row(double messages, double ms, double mib, double otherMs, double otherMib) {
    static Row of(String line) {
      String[] parts = line.trim().split(" +");
      double[] numbers = new double[parts.length];
      for (int i = 0; i < parts.length; i++) {
        numbers[i] = Double.parseDouble(parts[i]);
      }
      return new Row(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
  }

  public static void main(String[] arguments) throws IOException {
    List<Row> rows =
        Files.readAllLines(Path.of(arguments[0])).stream().map(Row::of).toList();
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
        <title>Time and memory from 1,000 to 400,000 messages</title>
        <style>text{fill:#57606a}.axis{stroke:#8b949e;stroke-width:1}.grid{stroke:#8b949e;stroke-width:1;opacity:.25}\
        .convo{stroke:#0969da;fill:#0969da}.other{stroke:#bc4c00;fill:#bc4c00}polyline{fill:none!important;stroke-width:2}\
        text.convo,text.other{stroke:none}</style>
        """
            .formatted(WIDTH, TOP + 2 * PANEL_HEIGHT + GAP + 40));
    panel(svg, TOP, "milliseconds", rows, Row::ms, Row::otherMs);
    panel(svg, TOP + PANEL_HEIGHT + GAP, "MiB at the peak", rows, Row::mib, Row::otherMib);
    System.out.print(svg.append("</svg>\n"));
  }

  private static void panel(
      StringBuilder svg,
      int top,
      String title,
      List<Row> rows,
      ToDoubleFunction<Row> ours,
      ToDoubleFunction<Row> theirs) {
    double most =
        rows.stream().mapToDouble(r -> Math.max(ours.applyAsDouble(r), theirs.applyAsDouble(r))).max().orElse(1);
    double least =
        rows.stream().mapToDouble(r -> Math.min(ours.applyAsDouble(r), theirs.applyAsDouble(r))).min().orElse(1);
    int from = (int) Math.floor(Math.log10(least));
    int to = (int) Math.ceil(Math.log10(most));
    line(svg, "<text x='%d' y='%d' font-weight='bold'>%s</text>", LEFT, top - 14, title);
    for (int power = from; power <= to; power++) {
      double y = y(Math.pow(10, power), top, from, to);
      line(svg, "<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>", LEFT, WIDTH - RIGHT, y, y);
      line(svg, "<text x='%d' y='%.1f' text-anchor='end'>%,.0f</text>", LEFT - 8, y + 4, Math.pow(10, power));
    }
    for (Row row : rows) {
      line(svg, "<text x='%.1f' y='%d' text-anchor='middle'>%,.0f</text>", x(row, rows), top + PANEL_HEIGHT + 18, row.messages());
    }
    series(svg, "other", "curl and jq", top, from, to, rows, theirs);
    series(svg, "convo", "convo", top, from, to, rows, ours);
  }

  private static void series(
      StringBuilder svg,
      String style,
      String name,
      int top,
      int from,
      int to,
      List<Row> rows,
      ToDoubleFunction<Row> value) {
    StringBuilder points = new StringBuilder();
    for (Row row : rows) {
      double y = y(value.applyAsDouble(row), top, from, to);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(row, rows), y));
      line(svg, "<circle class='%s' cx='%.1f' cy='%.1f' r='3'/>", style, x(row, rows), y);
    }
    line(svg, "<polyline class='%s' points='%s'/>", style, points.toString().trim());
    Row last = rows.get(rows.size() - 1);
    int below = style.equals("convo") ? 14 : -4;
    double y = y(value.applyAsDouble(last), top, from, to) + below;
    line(svg, "<text class='%s' x='%d' y='%.1f'>%s</text>", style, WIDTH - RIGHT + 8, y, name);
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static double x(Row row, List<Row> rows) {
    double first = Math.log10(rows.get(0).messages());
    double last = Math.log10(rows.get(rows.size() - 1).messages());
    return LEFT + (Math.log10(row.messages()) - first) / (last - first) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double value, int top, int from, int to) {
    return top + PANEL_HEIGHT - (Math.log10(value) - from) / (to - from) * PANEL_HEIGHT;
  }
}
