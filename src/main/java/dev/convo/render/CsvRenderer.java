package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.text.Plain;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row for each message, as https://www.rfc-editor.org/rfc/rfc4180 has it, under one row of names.
 * Times are UTC. What a spreadsheet would take for a formula gets an apostrophe in front:
 * https://owasp.org/www-community/attacks/CSV_Injection, read 2026-11.
 */
final class CsvRenderer implements Renderer {
  private static final List<String> USUAL =
      List.of(
          "provider",
          "conversation_id",
          "number",
          "at",
          "role",
          "author.name",
          "visibility",
          "delivery",
          "text",
          "failure",
          "attachments");

  /** What a formula begins with, and the same in the wide forms of East Asian keyboards. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Writer out;
  private final Columns columns;
  private boolean begun;
  private @Nullable Document document;

  CsvRenderer(Writer out, Layout layout) {
    this.out = out;
    List<String> fields = layout.wanted().fields();
    this.columns = Columns.of(fields.isEmpty() ? USUAL : fields, CsvRenderer::time);
  }

  private static String time(Instant at) {
    return MILLISECONDS.format(at);
  }

  @Override
  public void begin(Document known) throws IOException {
    document = known;
    if (!begun) {
      row(columns.names());
    }
    begun = true;
  }

  @Override
  public void message(Message message) throws IOException {
    if (document != null) {
      row(columns.values(document, message));
    }
  }

  @Override
  public void end(Document whole) {
    document = null;
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
    String text = Plain.text(remote);
    int from = 0;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    if (from < text.length() && FORMULA.indexOf(text.charAt(from)) >= 0) {
      text = "'" + text;
    }
    boolean quoted = !text.equals(text.strip());
    for (int i = 0; i < text.length() && !quoted; i++) {
      quoted = ",;\"\r\n\t".indexOf(text.charAt(i)) >= 0;
    }
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
