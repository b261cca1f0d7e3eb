package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.text.Plain;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A row for each message, as in https://www.rfc-editor.org/rfc/rfc4180, under one row of names.
 * Times are UTC. What a spreadsheet would take for a formula gets an apostrophe in front:
 * https://owasp.org/www-community/attacks/CSV_Injection, read 2026-11.
 */
final class CsvRenderer implements Renderer {
  /** The columns without {@code --fields}. */
  private static final List<String> USUAL =
      List.of(
          ("provider,conversation_id,number,at,role,author.name,visibility,delivery,text,failure"
                  + ",attachments")
              .split(","));

  /** What begins a formula, also in the wide forms of East Asian keyboards. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  /** What begins a cell in a spreadsheet that expects other separators. */
  private static final String OTHERS = "\n;\t";

  /** What a formula needs to call a function or another program. */
  private static final String CALLS = "(|!";

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Writer out;
  private final Columns columns;
  private boolean begun;

  CsvRenderer(Writer out, Layout layout) {
    this.out = out;
    List<String> fields = layout.wanted().fields();
    this.columns = new Columns(fields.isEmpty() ? USUAL : fields, MILLISECONDS::format);
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    if (!begun) {
      row(columns.names());
    }
    begun = true;
    return message -> row(columns.values(known.conversation(), message));
  }

  private void row(List<String> values) throws IOException {
    String comma = "";
    for (String value : values) {
      out.write(comma);
      out.write(cell(value));
      comma = ",";
    }
    out.write("\r\n");
  }

  static String cell(String remote) {
    String text = defused(Plain.text(remote));
    boolean quoted = !text.equals(text.strip());
    for (int i = 0; i < text.length() && !quoted; i++) {
      quoted = ",;\"\r\n\t".indexOf(text.charAt(i)) >= 0;
    }
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String defused(String text) {
    StringBuilder out = new StringBuilder();
    out.append(isFormula(text, 0) ? "'" : "");
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (OTHERS.indexOf(text.charAt(i)) >= 0) {
        out.append(text, from, i + 1);
        from = i + 1;
        out.append(isFormula(text, from) && calls(text, from) ? "'" : "");
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isFormula(String text, int from) {
    int first = from;
    while (first < text.length() && text.charAt(first) == ' ') {
      first++;
    }
    return first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
  }

  /** Whether a formula that begins here could do more than calculate. */
  private static boolean calls(String text, int from) {
    for (int i = from; i < text.length() && OTHERS.indexOf(text.charAt(i)) < 0; i++) {
      if (CALLS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
