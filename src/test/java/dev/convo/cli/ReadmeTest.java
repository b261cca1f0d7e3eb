package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.session.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what convo says. */
class ReadmeTest {
  private static final Pattern SHOWN =
      Pattern.compile("(?ms)^```\\n\\$ convo ([^\\n]*)\\n(.*?)^```$");

  @TempDir Path home;

  @Test
  void everyOutputInTheReadmeIsReal() throws IOException {
    Matcher shown = SHOWN.matcher(readme());
    List<String> commands = new ArrayList<>();
    try (TestHost host = new TestHost(home)) {
      while (shown.find()) {
        commands.add(shown.group(1));

        TestHost.Result result = host.run(shown.group(1).split(" "));

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches(asPattern(shown.group(2)));
      }
    }
    assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void everyProviderHasItsCommandInTheReadme() throws IOException {
    String readme = readme();
    try (TestHost host = new TestHost(home)) {
      for (Platform platform : host.platforms()) {
        String name = platform.provider().descriptor().name();
        String command =
            "convo " + name + " " + platform.provider().descriptor().example() + " --profile demo";
        assertThat(readme).contains(command).contains("\n| `" + name + "`");
        assertThat(host.run(command.substring("convo ".length()).split(" ")).code()).isZero();
      }
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  /** A line of three dots stands for any number of lines. */
  private static Pattern asPattern(String shown) {
    return Pattern.compile(
        Arrays.stream(shown.split("(?m)^\\.\\.\\.\\n", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(?s:.*)")));
  }
}
