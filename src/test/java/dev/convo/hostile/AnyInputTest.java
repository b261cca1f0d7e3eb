package dev.convo.hostile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs that fuzzing begins with, and those it has found something with. */
class AnyInputTest {
  @ParameterizedTest
  @MethodSource("dev.convo.hostile.AnyInput#answers")
  void answersAreReadOrRefused(byte[] input) {
    AnyInput.decode(input);
  }

  @ParameterizedTest
  @MethodSource("dev.convo.hostile.AnyInput#answers")
  void conversationsAreShownWholeAndHarmlessInEveryFormat(byte[] input) {
    AnyInput.render(input);
  }

  @ParameterizedTest
  @MethodSource("dev.convo.hostile.AnyInput#texts")
  void textsBecomeHarmlessAndFit(byte[] input) {
    AnyInput.show(input);
  }
}
