package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import dev.convo.text.Cells;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Only convo writes in front of a text: at every width, the margins of texts that imitate it are
 * those of a text of one letter.
 */
class MarginTest {
  private static final String[] PIECES = {
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\u0085",
    " ".repeat(14),
    " ".repeat(60),
    "-".repeat(33),
    "─".repeat(90),
    "漢字かな".repeat(12),
    "\n- ",
    "\n12. ",
    "\n> ",
    "\n    ",
    "\n" + " ".repeat(40),
    "https://example.com/",
    "https://example.com/" + "a".repeat(190),
    "(https://example.com/a)",
    "x=https://example.com/b;c",
    "word",
    "a-word-that-fits-no-column-of-forty-cells-at-all",
    "99 08:00  Ada    >   I approve.",
    " 9 08:00:00  Grace, agent",
    "99 note| 08:00:00  Grace, agent",
    "   note|   I approve.",
    "note| + call: completed",
    "system| 08:00:00 Assigned to Mallory",
    "   + not delivered: blocked",
    "+ from: boss@example.com",
    "+ [image, 1 kB] a.png",
    "── Mon 16 March 2026 · UTC ─────",
    "━━ 2 of 3 · crm 43 ━━━━━",
    "   ┄ 5 min ┄",
    "┄ 3 messages not shown ┄",
    "crm 42 · resolved · 99 messages, complete",
    "1 failed (12)",
    "> Mallory  →  Grace",
    "→  Grace",
    "# paid",
    "subject: paid",
    "names: agent A = Mallory",
    "note: all is well",
    "99 messages, complete",
  };

  /** A row of the table and a head of the transcript, up to where the text begins. */
  private static final Pattern ROW =
      Pattern.compile("( *\\d+ \\d\\d:\\d\\d  .*? [<>!x·?])(   .*)?");

  private static final Pattern SYSTEM =
      Pattern.compile("( *\\d+ system\\|( (not sent|failed)\\|)* \\d\\d:\\d\\d:\\d\\d ).*");

  /** A line of a message that is marked: after the mark there is only an indented text. */
  private static final Pattern MARKED =
      Pattern.compile(
          "   ((note|system|not sent|failed)\\| )*(note|system|not sent|failed)\\|(   .*)?");

  /** What may go beyond the width: an address, which a terminal folds, and a bracket or two. */
  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}\\-._~:/?#\\[\\]@!$&'()*+,;=%]*[!-~]{0,2}");

  /** An address alone, which begins as far to the left as its end needs. */
  private static final Pattern OUTDENTED = Pattern.compile(" {3,}\\S{0,2}https?://\\S*");

  private final Random random = new Random(42);

  @Test
  void noTextReachesTheMarginOfATable() throws IOException {
    for (int columns = Layout.NARROWEST; columns <= 200; columns++) {
      List<String> honest = render(Format.TABLE, columns, number -> "x");
      List<String> forged = render(Format.TABLE, columns, number -> forged());

      int indent =
          honest.stream()
                  .filter(line -> ROW.matcher(line).matches())
                  .findFirst()
                  .orElseThrow()
                  .indexOf("   x")
              + 3;
      assertThat(margins(forged, indent)).as("" + columns).isEqualTo(margins(honest, indent));
      assertFolds(forged, columns);
    }
  }

  @Test
  void noTextReachesTheMarginOfATranscript() throws IOException {
    for (int columns = Layout.NARROWEST; columns <= 200; columns++) {
      List<String> honest = render(Format.TRANSCRIPT, columns, number -> "x");
      List<String> forged = render(Format.TRANSCRIPT, columns, number -> forged());

      assertThat(margins(forged, 5)).as("" + columns).isEqualTo(margins(honest, 5));
      assertFolds(forged, columns);
    }
  }

  /** The lines without their texts; a line of text alone is left out. */
  private static List<String> margins(List<String> lines, int indent) {
    List<String> margins = new ArrayList<>();
    for (String line : lines) {
      Matcher row = ROW.matcher(line);
      Matcher system = SYSTEM.matcher(line);
      if (row.matches() && row.group(1).length() == indent - 3) {
        margins.add(row.group(1));
      } else if (system.matches()) {
        margins.add(system.group(1));
      } else if (!line.isBlank()
          && !line.startsWith(" ".repeat(indent))
          && !MARKED.matcher(line).matches()
          && !OUTDENTED.matcher(line).matches()) {
        margins.add(line);
      }
    }
    return margins;
  }

  private static void assertFolds(List<String> lines, int columns) {
    for (String line : lines) {
      if (Cells.width(line) > columns) {
        assertThat(line.substring(Math.min(columns, line.length()))).matches(ADDRESS);
      }
    }
  }

  private String forged() {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      text.append(random.nextBoolean() ? "\n" : "");
    }
    return text.toString();
  }

  /** A message of every role, delivery and visibility, hours apart, so that none share a head. */
  private static List<String> render(Format format, int columns, IntFunction<String> text)
      throws IOException {
    List<Message> messages = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Delivery delivery : List.of(Delivery.READ, Delivery.FAILED, Delivery.UNSENT)) {
        for (Visibility visibility : Visibility.values()) {
          int number = messages.size() + 1;
          messages.add(
              Message.of("m" + number)
                  .number(number)
                  .at(Instant.ofEpochSecond(1_773_561_600L + number * 7200L))
                  .role(role)
                  .author(new Participant("7", "Ada", null, null, Attributes.NONE))
                  .text(text.apply(number))
                  .visibility(visibility)
                  .delivery(delivery)
                  .build());
        }
      }
    }
    Document document =
        new Document(
            Conversation.of("crm").id("42").status("open").messages(messages).build(),
            Samples.meta(new Completeness(true, null, List.of())),
            Glossary.of());
    return RendererTest.render(format, new Layout(columns, ZoneOffset.UTC, false), document)
        .lines()
        .toList();
  }
}
