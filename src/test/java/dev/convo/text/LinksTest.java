package dev.convo.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  private static final String OPEN = "\u001b]8;;";
  private static final String END = "\u001b\\";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://x.example/a?b=1#c now | https://x.example/a?b=1#c",
        "(http://x.example/a) | http://x.example/a",
        "http://x.example/a_(b) is it | http://x.example/a_(b)",
        "https://x.example/a. | https://x.example/a",
        "https://x.example/a\u3002\u5199 | https://x.example/a",
        "https://x.example/\u0007x | https://x.example/",
      })
  void anAddressLeadsToWhatItShows(String line, String address) {
    assertThat(Links.linked(line)).contains(OPEN + address + END + address + OPEN + END);
    assertThat(Links.linked(line).replaceAll("\u001b]8;;[^\u001b]*\u001b\\\\", "")).isEqualTo(line);
  }

  @Test
  void whatNoBrowserIsAskedForIsNoLink() {
    for (String line :
        new String[] {"javascript://x", "file:///etc/passwd", "x.example", "https://"}) {
      assertThat(Links.linked(line)).isEqualTo(line);
    }
  }

  @Test
  void halfAnAddressIsNoLink() {
    for (String line :
        new String[] {"https://x.example/\u00e9", "(https://x.example/a.\u5199\u771f.png)"}) {
      assertThat(Links.linked(line)).isEqualTo(line);
    }
  }
}
