package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class LimitedTest {
  private static final Request REQUEST = Request.of("a thing", "things/1");

  private final Semaphore places = new Semaphore(1);

  @Test
  void aRequestHoldsItsPlaceUntilItsReplyIsClosedAndLeavesItOnce() {
    Limited limited = new Limited(request -> reply(), places);

    Reply reply = limited.send(REQUEST);
    int held = places.availablePermits();
    reply.close();
    reply.close();

    assertThat(held).isZero();
    assertThat(places.availablePermits()).isEqualTo(1);
  }

  @Test
  void aRequestThatFailsLeavesItsPlace() {
    Limited limited =
        new Limited(
            request -> {
              throw new Failure(Kind.NETWORK, "gone", null);
            },
            places);

    assertThatThrownBy(() -> limited.send(REQUEST)).isInstanceOf(Failure.class);

    assertThat(places.availablePermits()).isEqualTo(1);
  }

  @Test
  void aRequestThatEndsInAnErrorLeavesItsPlace() {
    Limited limited =
        new Limited(
            request -> {
              throw new OutOfMemoryError();
            },
            places);

    assertThatThrownBy(() -> limited.send(REQUEST)).isInstanceOf(OutOfMemoryError.class);

    assertThat(places.availablePermits()).isEqualTo(1);
  }

  private static Reply reply() {
    return new Reply(200, Headers.NONE, InputStream.nullInputStream(), () -> {});
  }
}
