package dev.convo.redact;

import dev.convo.html.HtmlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in one of the forms in which a program may read it: as it is, or with its codes undone,
 * such as {@code %C3%A1} in addresses, {@code =C3=A1} in mail, entities in HTML, {@code \\u00e1} in
 * JSON. Decoded, wide characters and digits of other scripts are ASCII, and invisible characters
 * are gone.
 */
final class Decoded {
  /** How many layers of coding are undone. */
  private static final int MOST_CODES = 3;

  private static final int LONGEST_ENTITY = 10;

  /**
   * A line of mail has at most 76 characters (RFC 2045, 6.7); it ends before a code that would
   * cross that limit.
   */
  private static final int FULL_LINE = 70;

  private final String text;
  private final Traits traits;

  /**
   * Where each character begins in the original, and where the last ends; null for the original.
   */
  private final int @Nullable [] origin;

  private Decoded(String text, int @Nullable [] origin) {
    this.text = text;
    this.traits = Traits.of(text);
    this.origin = origin;
  }

  static Decoded plain(String text) {
    return new Decoded(text, null);
  }

  /**
   * The text as it is, decoded, and decoded again if it is coded twice. A line of Base64 may end in
   * = just like a line of mail that continues: such a text is read both ways.
   */
  static List<Decoded> formsOf(String text) {
    Decoded plain = plain(text);
    if (!plain.traits.coded()) {
      return List.of(plain);
    }
    List<Decoded> forms = new ArrayList<>(List.of(plain));
    Reader reader = new Reader(text, true);
    add(forms, reader.read());
    if (reader.joined) {
      add(forms, new Reader(text, false).read());
    }
    return forms;
  }

  private static void add(List<Decoded> forms, @Nullable Decoded first) {
    Decoded form = first;
    for (int depth = 0; form != null && depth < MOST_CODES; depth++) {
      forms.add(form);
      form = form.again();
    }
  }

  /** This text decoded once more; null if there is nothing left to decode. */
  private @Nullable Decoded again() {
    Decoded deeper = new Reader(text, true).read();
    if (deeper == null) {
      return null;
    }
    int[] through = new int[deeper.text.length() + 1];
    Arrays.setAll(through, i -> origin(deeper.origin(i)));
    return new Decoded(deeper.text, through);
  }

  String text() {
    return text;
  }

  Traits traits() {
    return traits;
  }

  /**
   * Where the character at this place begins in the original; at the end, where the last one ends.
   */
  int origin(int at) {
    return origin == null ? at : origin[at];
  }

  /** Decodes a text once. */
  private static final class Reader {
    private final String from;
    private final StringBuilder text = new StringBuilder();
    private final int[] origin;

    /** Whether a full line of mail continues on the next. */
    private final boolean joining;

    private boolean changed;
    private boolean joined;

    Reader(String from, boolean joining) {
      this.from = from;
      this.joining = joining;
      this.origin = new int[from.length() + 1];
    }

    @Nullable Decoded read() {
      int at = 0;
      while (at < from.length()) {
        int next = code(at);
        if (next == at) {
          plain(from.charAt(at), at);
          next = at + 1;
        } else {
          changed = true;
        }
        at = next;
      }
      origin[text.length()] = at;
      return changed
          ? new Decoded(text.toString(), Arrays.copyOf(origin, text.length() + 1))
          : null;
    }

    private void plain(char c, int at) {
      if (c < 0x80) {
        put(c, at);
      } else if (c >= 0xFF01 && c <= 0xFF5E) {
        put((char) (c - 0xFF00 + 0x20), at);
        changed = true;
      } else if (Character.isDigit(c)) {
        put((char) ('0' + Character.digit(c, 10)), at);
        changed = true;
      } else if (Character.getType(c) == Character.FORMAT) {
        changed = true;
      } else {
        put(c, at);
      }
    }

    private void put(char c, int at) {
      origin[text.length()] = at;
      text.append(c);
    }

    /** Decodes the code that begins here, and returns its end; the same place if there is none. */
    private int code(int at) {
      return switch (from.charAt(at)) {
        case '%', '=' -> bytes(at, from.charAt(at));
        case '&' -> entity(at);
        case '\\' -> escape(at);
        default -> at;
      };
    }

    private int bytes(int at, char mark) {
      if (mark == '=' && (from.startsWith("\n", at + 1) || from.startsWith("\r\n", at + 1))) {
        // A full line of mail continues on the next; a shorter one may be Base64.
        int length = at - from.lastIndexOf('\n', at);
        boolean full = joining && length >= FULL_LINE && length <= 76;
        joined |= full;
        return full ? from.indexOf('\n', at) + 1 : at;
      }
      int first = octet(at, mark);
      if (first < 0) {
        return at;
      }
      int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
      byte[] octets = new byte[length];
      for (int i = 0; i < length; i++) {
        int octet = octet(at + 3 * i, mark);
        if (octet < 0 || i > 0 && (octet & 0xC0) != 0x80) {
          put((char) first, at); // ISO 8859-1, as some forms send.
          return at + 3;
        }
        octets[i] = (byte) octet;
      }
      String decoded = new String(octets, StandardCharsets.UTF_8);
      for (int i = 0; i < decoded.length(); i++) {
        put(decoded.charAt(i), at);
      }
      return at + 3 * length;
    }

    private int octet(int at, char mark) {
      return at + 2 < from.length() && from.charAt(at) == mark ? hex(at + 1, 2) : -1;
    }

    private int hex(int at, int digits) {
      int value = 0;
      for (int i = at; i < at + digits; i++) {
        int digit = i < from.length() ? Character.digit(from.charAt(i), 16) : -1;
        if (digit < 0) {
          return -1;
        }
        value = 16 * value + digit;
      }
      return value;
    }

    private int escape(int at) {
      char kind = at + 1 < from.length() ? from.charAt(at + 1) : ' ';
      if (kind == '/') {
        put('/', at);
        return at + 2;
      }
      int value = kind == 'u' ? hex(at + 2, 4) : kind == 'x' ? hex(at + 2, 2) : -1;
      if (value < 0) {
        return at;
      }
      put((char) value, at);
      return at + (kind == 'u' ? 6 : 4);
    }

    private int entity(int at) {
      int end = at + 1;
      while (end < from.length() && end - at < LONGEST_ENTITY && from.charAt(end) != ';') {
        end++;
      }
      if (end - at < 3 || !from.startsWith(";", end)) {
        return at;
      }
      String entity = from.substring(at, end + 1);
      String decoded = HtmlText.unescaped(entity).replace('\u00a0', ' ');
      if (decoded.equals(entity)) {
        return at;
      }
      for (int i = 0; i < decoded.length(); i++) {
        plain(decoded.charAt(i), at);
      }
      return end + 1;
    }
  }
}
