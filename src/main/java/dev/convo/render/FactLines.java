package dev.convo.render;

import dev.convo.model.Attachment;
import dev.convo.text.Cells;
import dev.convo.text.Links;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about a message: convo's own words begin each, and its further lines are indented. */
final class FactLines {
  private static final String HANGING = "  ";

  private final List<String> lines;
  private final int columns;
  private final int room;

  /** Adds facts to these lines, of this many cells; 0 for no limit. */
  FactLines(List<String> lines, int columns) {
    this.lines = lines;
    this.columns = columns;
    this.room = Layout.room(columns, HANGING.length());
  }

  /** Adds remote words behind a label, unless they are blank. */
  void add(String label, @Nullable String remote) {
    if (remote != null && !remote.isBlank()) {
      add(label, TextLines.of(remote));
    }
  }

  /** Adds harmless lines behind a label. */
  void add(String label, List<String> words) {
    String lead = "";
    String before = label;
    for (String line : words) {
      String whole = before + line;
      boolean fits = lead.isEmpty() && columns > 0 && Cells.width(whole) <= columns;
      for (String part : fits ? List.of(whole) : Cells.wrap(whole, room)) {
        lines.add(lead + part);
        lead = HANGING;
      }
      before = "";
    }
  }

  /** Adds words and an address, which is never broken. */
  void address(String words, @Nullable String url) {
    String address = Wording.present(url);
    if (address.isEmpty()) {
      add("", List.of(words));
    } else if (columns == 0
        || !Links.isWhole(address)
        || Cells.width(words) + 1 + Cells.width(address) <= columns) {
      add("", List.of(words + " " + address));
    } else {
      add("", List.of(words));
      lines.add(HANGING + address);
    }
  }

  /** Adds items behind a label, as many to a line as fit. */
  void row(String label, String between, List<String> items) {
    String line = label;
    String lead = "";
    String gap = "";
    for (String item : items) {
      String longer = line + gap + item;
      gap = between;
      if (columns == 0 || Cells.width(longer) <= room) {
        line = longer;
      } else {
        add(lead, List.of(line));
        lead = HANGING;
        line = item;
      }
    }
    if (!items.isEmpty()) {
      add(lead, List.of(line));
    }
  }

  /** {@code [image, 1.2 MB] photo.png https://…}, {@code [location] Bergen 60.39, 5.32}. */
  void attachment(Attachment attachment) {
    String type = Wording.present(attachment.type());
    String size = attachment.size() == null ? "" : ", " + Wording.size(attachment.size());
    String subject = "";
    if (attachment.subject() instanceof Attachment.Place place) {
      subject = Wording.present(place.latitude()) + ", " + Wording.present(place.longitude());
    } else if (attachment.subject() instanceof Attachment.Card card) {
      subject = Wording.present(card.phone());
    }
    String kind = "[" + (type.isEmpty() ? "attachment" : type) + size + "]";
    address(
        Wording.joined(" ", kind, Wording.present(attachment.name()), subject), attachment.url());
  }
}
