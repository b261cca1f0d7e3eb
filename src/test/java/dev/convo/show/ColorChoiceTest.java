package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorChoiceTest {
  @Test
  void autoFollowsTheStream() {
    assertThat(auto(true)).isTrue();
    assertThat(auto(false)).isFalse();
  }

  @Test
  void theEnvironmentDecidesInItsOrder() {
    assertThat(auto(true, "NO_COLOR", "1", "FORCE_COLOR", "1")).isFalse();
    assertThat(auto(true, "NO_COLOR", "")).isTrue();
    assertThat(auto(false, "FORCE_COLOR", "1")).isTrue();
    assertThat(auto(false, "CLICOLOR_FORCE", "0")).isFalse();
    assertThat(auto(true, "CLICOLOR", "0")).isFalse();
    assertThat(auto(true, "TERM", "dumb")).isFalse();
  }

  @Test
  void whatIsTypedGoesBeforeTheEnvironment() {
    assertThat(ColorChoice.ALWAYS.on(Map.of("NO_COLOR", "1"), false, false)).isTrue();
    assertThat(ColorChoice.NEVER.on(Map.of("FORCE_COLOR", "1"), true, false)).isFalse();
  }

  @Test
  void aWindowsConsoleGetsColourOnlyWhereItCanShowIt() {
    assertThat(ColorChoice.AUTO.on(Map.of(), true, true)).isFalse();
    assertThat(ColorChoice.AUTO.on(Map.of("WT_SESSION", "x"), true, true)).isTrue();
  }

  private static boolean auto(boolean terminal, String... variables) {
    return ColorChoice.AUTO.on(
        switch (variables.length) {
          case 0 -> Map.of();
          case 2 -> Map.of(variables[0], variables[1]);
          default -> Map.of(variables[0], variables[1], variables[2], variables[3]);
        },
        terminal,
        false);
  }
}
