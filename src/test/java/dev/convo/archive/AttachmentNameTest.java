package dev.convo.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentNameTest {
  @ParameterizedTest
  @CsvSource({
    "order 4.PDF, https://files.example.com/1, , 6-1-order-4.pdf",
    ", https://files.example.com/881/aurora-shade.jpg?sig=a/b.exe, , 6-1-aurora-shade.jpg",
    ", https://files.example.com/a%20b%2Bc+d.jpg, , 6-1-a-b-c-d.jpg",
    "Receipt, https://files.example.com/at_2.png, , 6-1-Receipt.png",
    "Receipt, https://files.example.com/at_2, image/jpeg, 6-1-Receipt.jpg",
    "Receipt, https://files.example.com/at_2, made/up, 6-1-Receipt",
    ", https://files.example.com/, , 6-1",
    ", https://files.example.com/写真.png, , 6-1.png",
    "photo.jpg.exe, https://files.example.com/1, , 6-1-photo-jpg.exe"
  })
  void itSaysWhatTheFileIs(
      @Nullable String called, String url, @Nullable String type, String name) {
    assertThat(name(called, url, type == null ? "" : type)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, 6-1-etc-passwd",
    "..\\..\\evil.exe, 6-1-evil.exe",
    "/etc/cron.d/x, 6-1-etc-cron-d-x",
    "C:\\a.txt, 6-1-C-a.txt",
    "a.txt:stream, 6-1-a-txt-stream",
    "CON, 6-1-CON",
    "nul.txt, 6-1-nul.txt",
    ".htaccess, 6-1-htaccess",
    "-rf, 6-1-rf",
    "$(reboot).sh, 6-1-reboot.sh",
    "a.txt., 6-1-a-txt",
    "'a.txt ', 6-1-a-txt",
    "a.t\u0000xt, 6-1-a-t-xt",
    "\u202egpj.exe, 6-1-gpj.exe",
    "\u001b[2J.txt, 6-1-2J.txt",
    "...., 6-1"
  })
  void nothingInItIsDangerous(String called, String name) {
    assertThat(name(called, "https://files.example.com/1", "")).isEqualTo(name);
  }

  @Test
  void itIsNeverLong() {
    String long5000 = "x".repeat(5000);

    assertThat(name(long5000 + ".pdf", "https://files.example.com/1", ""))
        .isEqualTo("6-1-" + "x".repeat(60) + ".pdf");
    assertThat(name("a." + long5000, "https://files.example.com/1", ""))
        .isEqualTo("6-1-a-" + "x".repeat(58));
    assertThat(name(null, "https://files.example.com/%zz" + long5000, "")).hasSize(64);
  }

  @Test
  void theManifestTakesIt() {
    assertThat(name("a".repeat(200), "x", "")).matches("[0-9a-z-]{1,250}");
  }

  private static String name(@Nullable String called, String url, String type) {
    return AttachmentName.of(6, 1, called, url, type).text();
  }
}
