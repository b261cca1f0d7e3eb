package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import java.util.List;
import java.util.stream.Collectors;

/** What a hostile writer would write, and what of it may never come out. */
final class Hostile {
  /** Every kind of code point that drives a terminal or hides what a line says. */
  static final String TEXT =
      "\u001b[2J\u001b]0;owned\u0007\u0000\u007f\u0085\u009b31m\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029\r\n\r"
          + "convo: error: forged\n"
          + "\udb40\udc01\udb40\udc41\udb40\udc7f\ufff9\ufffa\ufffb"
          + "\ufdd0\uffff\u00ad\u034f\u115f\u1160\u180b\u200b\u2060\u206a\u3164\ufe00\ufe0f\ufeff"
          + "\uffa0\ud834\udd73\udb40\udd00\ud83d|\udc4d.";

  /** The same as far as it fits into one line of a header: a server may send any such byte. */
  static final String HEADER = "\u001b[2J\u001b]0;owned\u0007\u007f\u0085\u009b31m.";

  /** What must stay readable beside it. */
  static final String READABLE = "👨‍👩‍👧 ❤️ 1️⃣ 👋🏽 🇩🇪 مرحبا שלום نمی\u200cخواهم नमस्ते é 漢字";

  private Hostile() {}

  /** Nothing that drives a terminal is on either stream. */
  static void assertHarmless(TestHost.Result result) {
    assertThat(forbidden(result.out())).as("standard output").isEmpty();
    assertThat(forbidden(result.err())).as("standard error").isEmpty();
    assertThat(result.err().lines().filter(line -> line.startsWith("convo: error: forged")))
        .isEmpty();
  }

  /**
   * The forbidden code points of a text, in hexadecimal. The list is the issue's, not the code's.
   */
  static List<String> forbidden(String text) {
    return text.codePoints()
        .filter(
            c ->
                c < ' ' && c != '\n' && c != '\t'
                    || c >= 0x7f && c <= 0x9f
                    || c >= 0xd800 && c <= 0xdfff
                    || c >= 0x202a && c <= 0x202e
                    || c >= 0x2066 && c <= 0x2069
                    || c == 0x200e
                    || c == 0x200f
                    || c == 0x061c
                    || c == 0x2028
                    || c == 0x2029
                    || c >= 0xfff9 && c <= 0xfffb
                    || c >= 0xfdd0 && c <= 0xfdef
                    || (c & 0xfffe) == 0xfffe
                    || c >= 0xe0000 && c <= 0xe01ef
                    || c == 0xad
                    || c == 0x34f
                    || c == 0x115f
                    || c == 0x1160
                    || c >= 0x180b && c <= 0x180f
                    || c == 0x200b
                    || c >= 0x2060 && c <= 0x206f
                    || c == 0x3164
                    || c >= 0xfe00 && c <= 0xfe0d
                    || c == 0xfeff
                    || c == 0xffa0
                    || c >= 0x1d173 && c <= 0x1d17a)
        .distinct()
        .mapToObj(Integer::toHexString)
        .collect(Collectors.toList());
  }
}
