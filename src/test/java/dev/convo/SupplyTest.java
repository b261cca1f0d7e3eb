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
import org.jspecify.annotations.Nullable;
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

  /** A job that writes is small enough to be read: it starts no compiler and no test. */
  @Test
  void onlyTheJobsThatAttestAndReleaseMayDoMoreThanRead() throws IOException {
    Map<String, String> workflows = workflows();

    assertThat(workflows.values())
        .hasSizeGreaterThan(3)
        .allMatch(text -> text.contains("\npermissions:\n  contents: read\njobs:\n"))
        .noneMatch(text -> text.contains("pull_request_target"));
    Map<String, String> jobs = jobs(String.valueOf(workflows.remove("release.yml")));
    assertThat(workflows.values()).noneMatch(text -> text.contains("write"));
    assertThat(permissions(String.valueOf(jobs.remove("provenance"))))
        .containsExactly("attestations: write", "id-token: write");
    assertThat(permissions(String.valueOf(jobs.remove("release"))))
        .containsExactly("contents: write", "packages: write");
    assertThat(jobs.values()).noneMatch(text -> text.contains("write"));
  }

  /** A token in the settings of the repository's copy would be there for every later step. */
  @Test
  void noCheckoutLeavesItsTokenBehind() throws IOException {
    for (String text : workflows().values()) {
      assertThat(count("actions/checkout@", text))
          .isEqualTo(count("persist-credentials: false\n", text));
    }
  }

  /** The environment's rules, kept in the repository's settings, have a person look first. */
  @Test
  void onlyStepsThatSignAndReleaseAreGivenSecretsAndWaitForAPerson() throws IOException {
    Map<String, String> workflows = workflows();
    Map<String, String> jobs = jobs(String.valueOf(workflows.remove("release.yml")));

    assertThat(workflows.values()).noneMatch(text -> text.contains("secrets"));
    for (Map.Entry<String, String> job : jobs.entrySet()) {
      List<String> steps = List.of(job.getValue().split("\n      - ", -1));
      List<String> given = steps.stream().filter(step -> step.contains("secrets.")).toList();
      if (List.of("macos", "windows", "release").contains(job.getKey())) {
        assertThat(given).as(job.getKey()).hasSize(1);
        assertThat(given.get(0)).matches("(?s)name: (Sign|Release).*");
        assertThat(job.getValue()).contains("\n    environment: release\n");
        assertThat(steps).noneMatch(step -> step.matches("(?s).*mvn.* (package|verify)\\b.*"));
      } else {
        assertThat(given).as(job.getKey()).isEmpty();
      }
    }
  }

  /** The token of the job reaches this repository alone and ends with the job. */
  @Test
  void aReleaseUsesTheTokenOfItsJob() throws IOException {
    String release = String.valueOf(jobs(workflows().get("release.yml")).get("release"));

    assertThat(release)
        .contains("          JRELEASER_GITHUB_TOKEN: ${{ github.token }}\n")
        .contains("          JRELEASER_DOCKER_GHCR_PASSWORD: ${{ github.token }}\n");
    assertThat(
            Pattern.compile("secrets\\.(\\w+)").matcher(release).results().map(one -> one.group(1)))
        .as("one secret for one purpose")
        .doesNotHaveDuplicates();
  }

  /** Anybody's pull request can fill a cache of the repository. */
  @Test
  void whatIsReleasedComesOutOfNoCache() throws IOException {
    Map<String, String> workflows = workflows();

    for (String name : List.of("native.yml", "release.yml")) {
      assertThat(workflows.get(name)).doesNotContain("cache:").doesNotContain("actions/cache");
      assertThat(
              String.valueOf(workflows.get(name))
                  .lines()
                  .filter(line -> line.contains("mvn -B"))
                  .filter(line -> !line.contains("mvn -B -ntp -C ")))
          .as("what a repository sends fits its checksum")
          .isEmpty();
    }
  }

  @Test
  void everyReleasedFileIsAttested() throws IOException {
    Map<String, String> jobs = jobs(workflows().get("release.yml"));
    String gathered = "          pattern: '{native-ubuntu-*,signed-*,java}'\n";

    assertThat(jobs.get("provenance"))
        .contains("needs: [native, java, macos, windows]\n", gathered)
        .contains("actions/attest-build-provenance@", "          subject-path: artifacts/*\n");
    assertThat(jobs.get("release")).contains("needs: provenance\n", gathered);
  }

  @Test
  void whatABuildStandsOnIsNamedExactly() throws IOException {
    assertThat(workflows().get("native.yml"))
        .containsPattern("          java-version: \\d+\\.\\d+\\.\\d+\n")
        .containsPattern("          IMAGE: [\\w./:-]+@sha256:[0-9a-f]{64}\n");
    assertThat(Files.readString(Path.of("jreleaser.yml")))
        .containsPattern("      baseImage: [\\w./:-]+@sha256:[0-9a-f]{64}\n");
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
        .contains("  artifacts:\n    - path: target/artifacts/convo-sbom.json\n");
  }

  /** By name. */
  private static Map<String, String> jobs(@Nullable String workflow) {
    String jobs = String.valueOf(workflow).replaceFirst("(?s).*\njobs:\n", "\n");
    Map<String, String> texts = new TreeMap<>();
    for (String job : jobs.split("\n  (?=\\w+:\n)", -1)) {
      if (!job.isBlank()) {
        texts.put(job.substring(0, job.indexOf(':')), job + "\n");
      }
    }
    return texts;
  }

  private static List<String> permissions(String job) {
    return Pattern.compile("(?m)^      ([\\w-]+: write)$")
        .matcher(job)
        .results()
        .map(found -> found.group(1))
        .toList();
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
