package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code convo help recipes}, as they are printed, in a real shell. */
@DisabledOnOs(OS.WINDOWS)
class RecipesIT {
  /** Makes the program a command of its own, as it is on the PATH of whoever copies a recipe. */
  private static final String COMMAND =
      """
      mkdir -p bin
      { printf '#!/bin/sh\\nexec'; printf " '%s'" "$@"; printf ' "$@"\\n'; } > bin/convo
      chmod +x bin/convo
      PATH=$PWD/bin:$PATH
      """;

  private final Path home;
  private final Program program;
  private final List<String> recipes;

  RecipesIT(@TempDir Path home) throws IOException {
    this.home = home;
    program = new Program(home);
    recipes = recipes(program.run("help", "recipes").out());
    Files.writeString(home.resolve("ids.txt"), "42\n7\n8\n");
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void everyTaskHasItsCommands() {
    assertThat(recipes).hasSize(6);
  }

  @Test
  void whatWasPromisedIsFoundWithWhoPromisedIt() {
    assertThat(out(0))
        .contains("Tomás", "I can send a new shade today, or refund the lamp")
        .contains("2 of 16 messages shown");
  }

  @Test
  void theMessagesThatFailedAreListed() {
    assertThat(out(1)).isEqualTo("conversation_id,number,at,author.name,failure\r\n");
    assertThat(shell(recipes.get(1).replace("7d", "2026-01-01")).out())
        .isEqualTo(
            """
            conversation_id,number,at,author.name,failure
            42,12,2026-03-16T08:19:48.000Z,Tomás Rivera,131026: Message undeliverable
            8,6,2026-04-06T10:30:00.000Z,Tomás Rivera,550 5.1.1 <accounts@example.jp>: no such user
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aTicketGetsNoPersonalData() {
    assertThat(out(2))
        .contains("**1 · customer-1, customer · 08:02:11**")
        .doesNotContainIgnoringCase("mina")
        .doesNotContain("Rivera", "7700900142", "@example");
  }

  @Test
  void aPageHoldsWhatTheCustomerCouldSee() throws IOException {
    assertThat(out(3)).isEmpty();
    assertThat(Files.readString(home.resolve("case.html")))
        .contains("Here you go", "customer-1")
        .doesNotContain("Third cracked shade", "Mina");
  }

  @Test
  void theChartIsDrawn() throws IOException {
    assumeTrue(has("jq") && has("gnuplot"), "the recipe's other programs");

    assertThat(out(4)).isEmpty();
    assertThat(Files.readAllLines(home.resolve("minutes.txt"))).hasSize(3).contains("8.85");
    assertThat(Files.readString(home.resolve("replies.svg")))
        .contains("<svg", "minutes to the first reply of a person", "</svg>");
  }

  @Test
  void whatCameSinceIsTold() {
    assertThat(out(5))
        .contains(" 1 08:02", "nothing has changed", "14 messages not shown")
        .contains("2 of 16 messages shown");
  }

  /** The block "By task" of the README, a command a line. */
  @Test
  void theShortOnesOfTheReadmeWork() throws IOException {
    String block =
        Files.readString(Path.of("README.md"))
            .replaceFirst("(?s).*\n## By task\n\n```sh\n(.*?)```.*", "$1");
    assertThat(shell("convo chatwoot 42 -q --save seen").code()).isZero();

    assertThat(block.lines()).hasSize(5).allMatch(line -> line.startsWith("convo "));
    assertThat(block.lines())
        .allSatisfy(
            line -> {
              Program.Result result = shell(line);
              assertThat(result.code()).as(result.err()).isZero();
              assertThat(result.out()).isNotEmpty();
            });
  }

  private boolean has(String tool) {
    return shell("command -v " + tool).code() == 0;
  }

  private String out(int recipe) {
    Program.Result result = shell(recipes.get(recipe));

    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  private Program.Result shell(String script) {
    return program.shell(COMMAND + script);
  }

  /** Blocks of indented lines. */
  private static List<String> recipes(String page) {
    List<String> recipes = new ArrayList<>();
    boolean inside = false;
    for (String line : page.split("\n", -1)) {
      boolean command = line.startsWith("  ");
      int last = recipes.size() - 1;
      if (command && inside) {
        recipes.set(last, recipes.get(last) + line + "\n");
      } else if (command) {
        recipes.add(line + "\n");
      }
      inside = command;
    }
    return recipes;
  }
}
