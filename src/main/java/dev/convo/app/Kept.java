package dev.convo.app;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Exchange;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** An exchange that keeps the body of its last reply, byte for byte, for {@code -o raw}. */
final class Kept implements Exchange {
  private final Exchange exchange;
  private byte[] body = new byte[0];

  Kept(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Reply send(Request request) {
    try (Reply reply = exchange.send(request)) {
      body = reply.body().readAllBytes();
      return new Reply(reply.status(), reply.headers(), new ByteArrayInputStream(body), () -> {});
    } catch (IOException e) {
      throw new Failure(Kind.NETWORK, request.purpose() + ": the connection broke", null);
    }
  }

  /** The last body, after content decoding. */
  byte[] body() {
    return body.clone();
  }
}
