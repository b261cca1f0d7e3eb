package dev.convo.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs made up along what they cover, ten seconds each. No name that the build looks for, since
 * the fuzzer instruments whatever runs behind it; and one at a time: {@code JAZZER_FUZZ=1 mvn test
 * -Dtest=AnyInputFuzz#answers}, then {@code #texts}.
 */
class AnyInputFuzz {
  @MethodSource("dev.convo.hostile.AnyInput#answers")
  @FuzzTest(maxDuration = "10s")
  void answers(byte[] input) {
    AnyInput.decode(input);
  }

  @MethodSource("dev.convo.hostile.AnyInput#texts")
  @FuzzTest(maxDuration = "10s")
  void texts(byte[] input) {
    AnyInput.show(input);
  }
}
