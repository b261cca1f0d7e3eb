package dev.convo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a start loads, seen on a JVM of its own. A library that creeps into every start costs all
 * users tens of milliseconds, and nobody would see why.
 */
class LoadedClassesTest {
  /** Every library but picocli, which reads the command line. */
  private static final Pattern LIBRARY =
      Pattern.compile("(org\\.(apache|jline|tomlj|antlr|jsoup|slf4j)|com\\.google)\\..*");

  /** What a connection, an account or a secret needs. */
  private static final Pattern NETWORK =
      Pattern.compile(
          "dev\\.convo\\.(http\\.apache|profile\\.(file|secret))\\..*"
              + "|java\\.net\\.(Socket|SocketImpl|InetSocketAddress|http\\..*)|javax\\.net\\..*");

  /** The type of a method of an options class: picocli lists these methods. */
  private static final String NAMED_BY_A_METHOD = "dev.convo.redact.Redaction";

  private static final Pattern LOADED = Pattern.compile("\\] ([\\w.$]+)[^\\n]* source: ");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"--version", "--help", "chatwoot --help", "help exit-codes", "chatwoot 42"})
  void whatSendsNothingLoadsNoLibraryButTheCommandLines(String line) throws Exception {
    List<String> loaded = loadedBy(line.split(" ", -1));

    assertThat(loaded).contains("dev.convo.Main", "picocli.CommandLine");
    assertThat(loaded).noneMatch(name -> LIBRARY.matcher(name).matches());
  }

  @Test
  void whatIsSaidInTheEnvironmentNeedsNoTomlAndPlainHttpNoAuthorities() throws Exception {
    List<String> loaded = loadedBy("chatwoot", "42", "--profile", "demo", "--json");

    assertThat(loaded).contains("dev.convo.http.apache.Client");
    assertThat(loaded)
        .filteredOn(
            name ->
                name.matches(
                    "((org\\.(tomlj|antlr|jsoup|jline)|com\\.google\\.re2j|dev\\.convo\\.redact)\\..*|.*\\.Trust)"))
        .containsOnly(NAMED_BY_A_METHOD);
  }

  /** What was saved needs nothing that could reach a network, and no library but Gson. */
  @ParameterizedTest
  @ValueSource(strings = {"", "--check"})
  void whatIsSavedNeedsNoNetwork(String option) throws Exception {
    String saved = "src/test/resources/archive/1/chatwoot-10";
    List<String> loaded =
        option.isEmpty() ? loadedBy("show", saved) : loadedBy("show", saved, option);

    assertThat(loaded).contains("dev.convo.archive.SavedFolder");
    assertThat(loaded.stream().filter(name -> LIBRARY.matcher(name).matches()))
        .allMatch(name -> name.startsWith("com.google.gson."));
    assertThat(loaded).filteredOn(name -> NETWORK.matcher(name).matches()).isEmpty();
  }

  private List<String> loadedBy(String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("loaded.log");
    Path output = folder.resolve("output.txt");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-Xlog:class+load:file=" + log,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.convo.Main");
    java.command().addAll(List.of(arguments));
    java.environment().put("CONVO_CONFIG", "");
    java.environment().put("XDG_CONFIG_HOME", folder.toString());
    java.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    return LOADED
        .matcher(Files.readString(log, StandardCharsets.UTF_8))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
