package dev.convo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a platform is like is said in its own packages: the rest holds no name, key, option or host
 * of one. Help needs commands to try and names one platform in these; they say nothing about it.
 */
class PlatformWordsTest {
  private static final Path JAVA = Path.of("src/main/java/dev/convo");
  private static final Path RESOURCES = Path.of("src/main/resources/dev/convo");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
  private static final Pattern LITERAL =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  /** Commands to try, and the indented lines of a topic of help. */
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?m)convo (profile (init|add) |show archive/)?(chatwoot|asapp)|[Ss]uch as '?chatwoot|^ {2}.*$");

  /** The run that the launcher's cache of classes is made from: one platform stands for all. */
  private static final Set<Path> RUNS_AN_EXAMPLE = Set.of(JAVA.resolve("Training.java"));

  /** Keys that are everyday words: the code may not ask for them, but sentences may use them. */
  private static final Set<String> EVERYDAY = Set.of("environment", "token", "api_key");

  /** Where these words, by themselves, are a topic of help and what people call any secret. */
  private static final Set<Path> EVERYDAY_USE =
      Set.of(
          JAVA.resolve("cli/HelpCommand.java"),
          JAVA.resolve("json/Masking.java"),
          JAVA.resolve("profile/NearestKey.java"));

  @Test
  void noPlatformIsSpokenOfOutsideItsPackages() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files()) {
      String text = spoken(file);
      for (Descriptor facts : descriptors()) {
        for (String word : words(facts)) {
          boolean everyday = EVERYDAY.contains(word);
          String form = everyday ? "\"" + word + "\"" : word;
          boolean used = everyday && EVERYDAY_USE.contains(file);
          Pattern.compile("(?i)(?<![A-Za-z0-9_-])" + Pattern.quote(form) + "(?![A-Za-z0-9_])")
              .matcher(used ? "" : text)
              .results()
              .map(MatchResult::group)
              .forEach(one -> found.add(file + ": " + one));
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void noCommentOutsideSpeaksOfAPlatform() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files()) {
      String text = Files.readString(file).replaceAll("\\{@code [^}]*\\}", "");
      for (Descriptor facts : descriptors()) {
        if (Pattern.compile("(?<![A-Z_])" + facts.title()).matcher(text).find()) {
          found.add(file + ": " + facts.title());
        }
      }
    }

    assertThat(found).isEmpty();
  }

  private static List<Descriptor> descriptors() {
    return Providers.all().stream().map(one -> one.provider().descriptor()).toList();
  }

  private static List<String> words(Descriptor facts) {
    List<String> words = new ArrayList<>(facts.names());
    words.add(facts.title());
    facts.settings().stream().map(Setting::key).forEach(words::add);
    facts.settings().stream().map(Setting::option).filter(Objects::nonNull).forEach(words::add);
    facts.credentials().stream().map(CredentialSpec::key).forEach(words::add);
    facts.hosts().values().stream().map(URI::getHost).forEach(words::add);
    return words;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : List.of(JAVA, RESOURCES)) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Files::isRegularFile)
            .filter(file -> !file.endsWith("Providers.java"))
            .filter(file -> !RUNS_AN_EXAMPLE.contains(file))
            .filter(file -> !isOfOnePlatform(root.relativize(file)))
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(150);
    return files;
  }

  private static boolean isOfOnePlatform(Path file) {
    return file.getNameCount() > 2
        && Set.of("provider", "sandbox").contains(file.getName(0).toString());
  }

  /** The literals of a class, or a text, without the examples. */
  private static String spoken(Path file) throws IOException {
    String text = Files.readString(file);
    if (file.toString().endsWith(".java")) {
      text =
          LITERAL
              .matcher(COMMENT.matcher(text).replaceAll(""))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.joining("\n"));
    }
    return EXAMPLE.matcher(text).replaceAll("");
  }
}
