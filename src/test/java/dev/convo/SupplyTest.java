package dev.convo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What builds and releases convo is what was looked at, and may do no more than it must. */
class SupplyTest {
  private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses:\\s*(.*)$");

  /** A commit and, for people, the version that it is; or a workflow of ours. */
  private static final Pattern PINNED =
      Pattern.compile("[\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+|\\./\\.github/.*");

  @Test
  void everyActionIsNamedByItsCommit() throws IOException {
    List<String> used =
        workflows().values().stream()
            .flatMap(text -> USES.matcher(text).results())
            .map(found -> found.group(1))
            .toList();

    assertThat(used).hasSizeGreaterThan(8).allMatch(action -> PINNED.matcher(action).matches());
    assertThat(used.stream().distinct().map(action -> action.replaceFirst("@.*", "")))
        .as("one version of each")
        .doesNotHaveDuplicates();
  }

  @Test
  void noWorkflowMayDoMoreThanRead() throws IOException {
    assertThat(workflows().values())
        .hasSizeGreaterThan(3)
        .allMatch(text -> text.contains("\npermissions:\n  contents: read\njobs:\n"))
        .noneMatch(text -> text.contains("write"))
        .noneMatch(text -> text.contains("pull_request_target"));
  }

  /** A token in the settings of the repository's copy would be there for every later step. */
  @Test
  void noCheckoutLeavesItsTokenBehind() throws IOException {
    for (String text : workflows().values()) {
      assertThat(count("actions/checkout@", text))
          .isEqualTo(count("persist-credentials: false\n", text));
    }
  }

  @Test
  void onlyTheStepThatReleasesIsGivenSecrets() throws IOException {
    Map<String, String> workflows = workflows();
    String release = workflows.remove("release.yml");
    int step = String.valueOf(release).indexOf("      - name: Release\n");

    assertThat(release).isNotNull();
    assertThat(release.substring(0, step)).doesNotContain("secrets.");
    assertThat(release.substring(step)).containsOnlyOnce("- ").contains("secrets.");
    assertThat(workflows.values()).noneMatch(text -> text.contains("secrets"));
  }

  @Test
  void everyDayTheLibrariesAreLookedUpAmongTheKnownVulnerabilities() throws IOException {
    assertThat(workflows().get("vulnerabilities.yml"))
        .containsPattern("  schedule:\n    - cron: '\\d+ \\d+ \\* \\* \\*'\n")
        .contains("  pull_request:\n    paths: [pom.xml,")
        .contains("cyclonedx-maven-plugin:makeBom")
        .contains("scan-args: --lockfile=target/convo.cdx.json\n");
  }

  @Test
  void everyReleaseListsWhatIsInIt() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .containsPattern(
            "<goal>makeBom</goal>\\s*</goals>\\s*<configuration>\\s*<outputName>convo-sbom<");
    assertThat(Files.readString(Path.of("jreleaser.yml")))
        .contains("  artifacts:\n    - path: target/convo-sbom.json\n");
  }

  private static long count(String word, String text) {
    return Pattern.compile(Pattern.quote(word)).matcher(text).results().count();
  }

  /** By name. */
  private static Map<String, String> workflows() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
