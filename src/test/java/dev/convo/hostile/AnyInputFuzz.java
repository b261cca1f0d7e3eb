package dev.convo.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs made up along what they cover, ten seconds each, or as long as {@code JAZZER_MAX_DURATION}
 * says. No name that the build looks for, since the fuzzer instruments whatever runs behind it; and
 * one at a time: {@code JAZZER_FUZZ=1 JAZZER_MAX_DURATION=10m mvn test
 * -Dtest=AnyInputFuzz#conversations}, and the others likewise.
 */
class AnyInputFuzz {
  @MethodSource("dev.convo.hostile.AnyInput#answers")
  @FuzzTest(maxDuration = "10s")
  void answers(byte[] input) {
    AnyInput.decode(input);
  }

  @MethodSource("dev.convo.hostile.AnyInput#answers")
  @FuzzTest(maxDuration = "10s")
  void conversations(byte[] input) {
    AnyInput.render(input);
  }

  @MethodSource("dev.convo.hostile.AnyInput#texts")
  @FuzzTest(maxDuration = "10s")
  void texts(byte[] input) {
    AnyInput.show(input);
  }
}
