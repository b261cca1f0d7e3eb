package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Retrying.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryingTest {
  private static final Instant START = Instant.parse("2026-03-15T08:00:00Z");
  private static final String PURPOSE = "conversation 42";

  private final List<Duration> slept = new ArrayList<>();
  private final List<String> announced = new ArrayList<>();
  private final Throttle throttle = new Throttle();
  private Instant now = START;
  private int attempts;
  private Time.Sleeper sleeping =
      time -> {
        slept.add(time);
        now = now.plus(time);
      };

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void successIsNotRepeated() {
    assertThat(retrying(3, 30).run(PURPOSE, failing())).isEqualTo("answer");

    assertThat(attempts).isEqualTo(1);
    assertThat(slept).isEmpty();
  }

  @Test
  void aFailureThatWouldFailAgainIsNotRepeated() {
    Failure failure = failure(Kind.NOT_FOUND, Retry.NEVER, null);

    assertThat(run(retrying(3, 30), failure)).isSameAs(failure);
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void passingFaultsAreRepeatedAfterRandomTimesBelowABoundThatDoubles() {
    String answer = retrying(3, 30).run(PURPOSE, failing(soon(), soon(), soon()));

    assertThat(answer).isEqualTo("answer");
    assertThat(slept).containsExactly(millis(250), millis(500), millis(1000));
    assertThat(announced)
        .containsExactly(
            "2026-03-15T08:00:00.250Z conversation 42: failed",
            "2026-03-15T08:00:00.750Z conversation 42: failed",
            "2026-03-15T08:00:01.750Z conversation 42: failed");
  }

  @Test
  void thereAreNoMoreRetriesThanAllowed() {
    Failure last = soon();

    assertThat(run(retrying(2, 30), soon(), soon(), last)).isSameAs(last);
    assertThat(run(retrying(0, 30), last)).isSameAs(last);
  }

  @Test
  void aStaleConnectionIsReplacedOnceAtNoCost() {
    assertThat(retrying(0, 0).run(PURPOSE, failing(fresh()))).isEqualTo("answer");
    assertThat(slept).isEmpty();

    Failure second = fresh();
    assertThat(run(retrying(0, 0), fresh(), second)).isSameAs(second);
  }

  @Test
  void aConnectionMayGoStaleAgainAfterItHasServed() {
    String answer = retrying(1, 0).run(PURPOSE, failing(fresh(), soon(), fresh()));

    assertThat(answer).isEqualTo("answer");
    assertThat(slept).containsExactly(millis(250));
  }

  @Test
  void aPassingFaultWaitsAtLeastAsLongAsThePlatformAsks() {
    Failure asked = failure(Kind.PROVIDER_ERROR, Retry.SOON, Duration.ofSeconds(7));

    assertThat(retrying(1, 30).run(PURPOSE, failing(asked))).isEqualTo("answer");
    assertThat(slept).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aPassingFaultThatAsksForTooLongAWaitIsNotRepeated() {
    Failure asked = failure(Kind.PROVIDER_ERROR, Retry.SOON, Duration.ofSeconds(31));

    assertThat(run(retrying(3, 30), asked)).isSameAs(asked);
  }

  @Test
  void rateLimitsUsePatienceAndNoRetries() {
    Failure limited = limited(Duration.ofSeconds(4));

    String answer = retrying(0, 30).run(PURPOSE, failing(limited, limited, limited));

    assertThat(answer).isEqualTo("answer");
    assertThat(slept).containsOnly(Duration.ofSeconds(4)).hasSize(3);
    assertThat(announced).first().isEqualTo("2026-03-15T08:00:04Z conversation 42: failed");
  }

  @Test
  void withoutAMomentTheWaitDoublesUpToHalfAMinute() {
    Failure limited = limited(null);
    Failure passed = limited(Duration.ZERO);

    retrying(0, 300)
        .run(PURPOSE, failing(limited, passed, limited, limited, limited, limited, limited));

    assertThat(slept)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void aWaitBeyondPatienceFailsAtOnceAndSaysWhenToComeBack() {
    Failure failure = run(retrying(3, 30), limited(Duration.ofHours(20)));

    assertThat(attempts).isEqualTo(1);
    assertThat(slept).isEmpty();
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.message())
        .isEqualTo("conversation 42: failed; try again in 20 h, at 2026-03-16 04:00:00 UTC");
    assertThat(failure.hint())
        .isEqualTo("--max-wait 72000s --max-time 72600s would wait that long");
    assertThat(failure.details().retryAfter()).isEqualTo(Duration.ofHours(20));
  }

  @Test
  void patienceIsUsedUpByEveryWait() {
    Failure limited = limited(Duration.ofSeconds(20));

    Failure failure = run(retrying(3, 30), limited, limited);

    assertThat(slept).containsExactly(Duration.ofSeconds(20));
    assertThat(failure.message())
        .isEqualTo("conversation 42: failed; try again in 20 s, at 08:00:40 UTC");
  }

  @Test
  void aRateLimitPausesEveryOtherRequest() {
    throttle.pause(START.plusSeconds(9), "conversation 41: too many requests");

    assertThat(retrying(3, 30).run(PURPOSE, failing())).isEqualTo("answer");

    assertThat(slept).containsExactly(Duration.ofSeconds(9));
    assertThat(announced)
        .containsExactly("2026-03-15T08:00:09Z conversation 41: too many requests");
  }

  @Test
  void aPauseBeyondPatienceIsNotWaitedOutAndNothingIsSent() {
    throttle.pause(START.plusSeconds(90), "conversation 41: too many requests");

    Failure failure = run(retrying(3, 30));

    assertThat(attempts).isZero();
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.message())
        .isEqualTo(
            "conversation 42: not sent: the platform asked another request to wait; try again in 90"
                + " s, at 08:01:30 UTC");
  }

  @Test
  void aWaitAsLongAsItMayBeIsWaitedOut() {
    String answer = retrying(0, 1).run(PURPOSE, failing(limited(Duration.ofSeconds(1))));

    assertThat(answer).isEqualTo("answer");
    assertThat(slept).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aSleepThatEndsAHairTooEarlyIsNotFollowedByAnother() {
    now = START.plusNanos(900_000);
    sleeping =
        time -> {
          slept.add(time);
          now = now.plus(time).minusNanos(700_000);
        };

    String answer = retrying(0, 1).run(PURPOSE, failing(limited(Duration.ofSeconds(1))));

    assertThat(answer).isEqualTo("answer");
    assertThat(announced).containsExactly("2026-03-15T08:00:01.000900Z conversation 42: failed");
    assertThat(slept).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aRequestRefusedAMomentLaterDoesNotUseUpThePatienceOfTheFirst() {
    sleeping =
        time -> {
          if (slept.isEmpty()) {
            throttle.pause(now.plus(time).plusMillis(5), "messages of conversation 42: failed");
          }
          slept.add(time);
          now = now.plus(time);
        };

    String answer = retrying(0, 1).run(PURPOSE, failing(limited(Duration.ofSeconds(1))));

    assertThat(answer).isEqualTo("answer");
    assertThat(slept).containsExactly(Duration.ofSeconds(1), millis(5));
  }

  @Test
  void whoWasRefusedKeepsItsOwnFailureWhenAnotherIsToldToWaitLonger() {
    sleeping =
        time -> {
          slept.add(time);
          now = now.plus(time);
          throttle.pause(now.plusSeconds(60), "messages of conversation 42: failed");
        };

    Failure failure =
        run(
            retrying(0, 1),
            new Failure(
                Kind.RATE_LIMITED,
                "conversation 42: too many requests: \"slow down\"",
                "ask for more",
                Details.NONE.answer(429, "r-1").retry(Retry.LATER, Duration.ofSeconds(1)),
                null));

    assertThat(failure.message())
        .isEqualTo(
            "conversation 42: too many requests: \"slow down\"; try again in 60 s, at 08:01:01"
                + " UTC");
    assertThat(failure.hint()).isEqualTo("--max-wait 61s would wait that long; ask for more");
    assertThat(failure.details().requestId()).isEqualTo("r-1");
    assertThat(failure.details().httpStatus()).isEqualTo(429);
  }

  @Test
  void whatIsLeftToWaitIsNeverNothing() {
    throttle.pause(START.plusNanos(300_000), "conversation 41: too many requests");

    Failure failure = run(retrying(0, 0));

    assertThat(failure.message())
        .isEqualTo(
            "conversation 42: not sent: the platform asked another request to wait; try again in 1"
                + " ms, at 08:00:01 UTC");
  }

  @Test
  void aUserWhoStopsTheRunIsNotKeptWaiting() {
    sleeping =
        time -> {
          throw new InterruptedException();
        };

    Failure failure = run(retrying(3, 30), soon());

    assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
    assertThat(failure.message()).isEqualTo("conversation 42: stopped while waiting");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  private Retrying retrying(int retries, int maxWait) {
    Duration any = Duration.ZERO;
    return new Retrying(
        new Limits(any, retries, Duration.ofSeconds(maxWait), 0, 0, Duration.ofMinutes(10), 1),
        throttle,
        new Time(() -> now, time -> sleeping.sleep(time), () -> 0.5),
        (then, because) -> announced.add(then + " " + because));
  }

  private Supplier<String> failing(Failure... failures) {
    Deque<Failure> left = new ArrayDeque<>(List.of(failures));
    return () -> {
      attempts++;
      if (!left.isEmpty()) {
        throw left.remove();
      }
      return "answer";
    };
  }

  private Failure run(Retrying retrying, Failure... failures) {
    return catchThrowableOfType(Failure.class, () -> retrying.run(PURPOSE, failing(failures)));
  }

  private static Failure soon() {
    return failure(Kind.NETWORK, Retry.SOON, null);
  }

  private static Failure fresh() {
    return failure(Kind.NETWORK, Retry.FRESH, null);
  }

  private static Failure limited(@Nullable Duration after) {
    return failure(Kind.RATE_LIMITED, Retry.LATER, after);
  }

  private static Failure failure(Kind kind, Retry retry, @Nullable Duration after) {
    return new Failure(
        kind, "conversation 42: failed", null, Details.NONE.retry(retry, after), null);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
