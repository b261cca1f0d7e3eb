package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In Egypt, Java writes a formatted number with other digits. */
class LocaleTest {
  private static final Locale USUAL = Locale.getDefault();

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salescaptain 3f9c2b71-8d54-4e06-a1b7-5c20e9d80100 -p demo -o json",
        "asapp 01JQ8Z4M6T9XK2VBN5RCWH0100 -p demo -o json",
        "chatwoot 100 -p demo -o json",
        "chatwoot 42 -p demo -o html",
        "crm c41d7e90-2b6a-4f38-9e15-7a3f0b6d0100 -p demo -o json",
        "workspace 66b1f0a94c2de8137a5d0100 -p demo -o json",
        "help exit-codes",
      })
  void digitsAreTheSameWhereverTheUserIs(String line) {
    try (TestHost host = new TestHost(home)) {
      TestHost.Result usual = host.run(line.split(" "));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(host.run(line.split(" "))).isEqualTo(usual);
      assertThat(usual.code()).isZero();
    } finally {
      Locale.setDefault(USUAL);
    }
  }
}
