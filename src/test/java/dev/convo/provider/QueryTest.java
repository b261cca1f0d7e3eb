package dev.convo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QueryTest {
  private static final String UUID = "0a1b2c3d-0000-1111-2222-333344445555";

  @Test
  void answerWithTheIdAskedForIsLetPass() {
    assertThatCode(() -> asking("42").checkId("42")).doesNotThrowAnyException();
  }

  @Test
  void answerWithoutIdIsLetPass() {
    assertThatCode(() -> asking("42").checkId(null)).doesNotThrowAnyException();
  }

  @Test
  void uuidIsTheSameInCapitals() {
    assertThatCode(() -> asking(UUID).checkId("0A1B2C3D-0000-1111-2222-333344445555"))
        .doesNotThrowAnyException();
  }

  @Test
  void otherIdsAreNotTheSameInCapitals() {
    Failure failure = catchThrowableOfType(Failure.class, () -> asking("abc").checkId("ABC"));

    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure.message()).isEqualTo("the answer is about another conversation, ABC");
    assertThat(failure.hint())
        .isEqualTo(
            "try again; if that does not help, check whether base_url leads through a proxy or a"
                + " cache");
  }

  @Test
  void endlessIdIsCut() {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> asking("42").checkId("9".repeat(5000)));

    assertThat(failure.message())
        .isEqualTo("the answer is about another conversation, " + "9".repeat(128) + "…");
  }

  private static Query asking(String id) {
    return new Query(id, URI.create("https://host.test"), Map.of(), true);
  }
}
