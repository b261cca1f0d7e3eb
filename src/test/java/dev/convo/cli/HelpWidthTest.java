package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpWidthTest {
  private static final List<String> PAGES =
      List.of(
          "--help",
          "salescaptain --help",
          "asapp --help",
          "chatwoot --help",
          "crm --help",
          "workspace --help",
          "profile --help",
          "profile list --help",
          "profile show --help",
          "profile path --help",
          "profile init --help",
          "profile add --help",
          "sandbox --help",
          "completion --help",
          "help --help",
          "help exit-codes",
          "help environment",
          "help formats",
          "help profiles");

  @TempDir Path home;

  @Test
  void noWordPathOrAddressIsBroken() {
    Set<String> broken = new TreeSet<>();
    for (String page : PAGES) {
      Set<String> whole = words(page, 110);
      for (int columns : new int[] {60, 80}) {
        for (String word : words(page, columns)) {
          if (!whole.contains(word)) {
            broken.add(page + " at " + columns + ": " + word);
          }
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  private Set<String> words(String page, int columns) {
    try (TestHost host = new TestHost(home)) {
      host.columns = columns;
      host.outTerminal = true;
      host.errTerminal = true;
      return new TreeSet<>(Arrays.asList(host.run(page.split(" ")).out().split("\\s+")));
    }
  }
}
