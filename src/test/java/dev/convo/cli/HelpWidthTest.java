package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
          "help insight",
          "help profiles",
          "help recipes",
          "help redact",
          "show --help",
          "diff --help");

  @TempDir Path home;

  @Test
  void noWordPathOrAddressIsBroken() {
    Set<String> broken = new TreeSet<>();
    for (String page : PAGES) {
      Set<String> whole = words(page, 110);
      for (int columns : new int[] {60, 80}) {
        for (String word : words(page, columns)) {
          if (!whole.contains(word) && !word.equals("\\")) {
            broken.add(page + " at " + columns + ": " + word);
          }
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100})
  void noLineIsLongerAndNoParagraphIsBrokenEarlier(int columns) {
    for (String page : PAGES) {
      List<String> lines = shown(page, columns).lines().toList();

      assertThat(lines).as(page).allMatch(line -> line.length() <= columns || line.contains("://"));
      for (int i = 1; page.startsWith("help ") && i < lines.size(); i++) {
        String before = lines.get(i - 1);
        String line = lines.get(i);
        if (isProse(before) && isProse(line)) {
          assertThat(before + " " + line.replaceFirst(" .*", ""))
              .as(page)
              .hasSizeGreaterThan(columns);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80})
  void aCommandCanBeCopied(int columns) {
    for (String page : PAGES) {
      List<String> whole =
          joined(page, 110).lines().filter(line -> line.matches(" +convo \\S+( \\S+)*")).toList();

      assertThat(joined(page, columns).lines()).as(page).containsAll(whole);
    }
  }

  /** The page, its commands joined again as a shell joins them. */
  private String joined(String page, int columns) {
    return shown(page, columns).replaceAll(" \\\\\n +", " ");
  }

  private static boolean isProse(String line) {
    return !line.isEmpty() && !line.startsWith(" ");
  }

  private Set<String> words(String page, int columns) {
    return new TreeSet<>(Arrays.asList(shown(page, columns).split("\\s+")));
  }

  private String shown(String page, int columns) {
    try (TestHost host = new TestHost(home)) {
      host.columns = columns;
      host.variables.putAll(Map.of("NO_COLOR", "1", "PAGER", "cat"));
      host.outTerminal = true;
      host.errTerminal = true;
      return host.run(page.split(" ")).out();
    }
  }
}
