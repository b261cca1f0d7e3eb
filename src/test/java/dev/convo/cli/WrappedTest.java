package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Wrapped.to(20, "a short line\n\n  and another\n"))
        .isEqualTo("a short line\n\n  and another\n");
    assertThat(Wrapped.to(0, "x".repeat(500))).isEqualTo("x".repeat(500));
  }

  @Test
  void aLineGoesOnBelowItsFirstWord() {
    assertThat(Wrapped.to(30, "  hint: write the key there, or set the variable"))
        .isEqualTo("  hint: write the key there,\n  or set the variable");
  }

  @Test
  void aListGoesOnInItsSecondColumn() {
    assertThat(Wrapped.to(44, "  --max-wait  how long to wait for a rate limit in all"))
        .isEqualTo("  --max-wait  how long to wait for a rate\n              limit in all");
  }

  @Test
  void aSecondColumnTooNarrowToReadIsNotKept() {
    assertThat(Wrapped.to(30, "  CONVO_ERROR_FORMAT           text or json"))
        .isEqualTo("  CONVO_ERROR_FORMAT\n  text or json");
  }

  @Test
  void aMessageGoesOnBehindWhereItsLinesBegin() {
    assertThat(
            Wrapped.message(
                30, "convo: error: there is no profile file\n  hint: write one first, by hand"))
        .isEqualTo(
            "convo: error: there is no\n    profile file\n  hint: write one first, by\n    hand");
    assertThat(Wrapped.message(0, "convo: note: a  b")).isEqualTo("convo: note: a  b");
  }
}
