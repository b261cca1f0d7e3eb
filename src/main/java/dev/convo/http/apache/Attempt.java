package dev.convo.http.apache;

import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import dev.convo.http.apache.Faults.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * One GET against the clock.
 *
 * @param faults puts what goes wrong into words
 * @param largest bytes of the body after decompression
 * @param masked masks the secrets that are sent, in what the server says
 */
record Attempt(
    HttpGet get, Route route, Faults faults, long largest, UnaryOperator<String> masked) {
  /**
   * @param limit how long it may take, where that is less than the timeout
   */
  Reply send(Client client, Duration limit) {
    Deadline.Watch watch = client.watch(limit, get::abort);
    try {
      return answer(client, watch);
    } catch (RuntimeException | Error e) {
      get.abort();
      watch.close();
      throw e;
    }
  }

  private Reply answer(Client client, Deadline.Watch watch) {
    ClassicHttpResponse response;
    try {
      response = client.send(get, route);
    } catch (IOException | InterruptedException | IllegalStateException e) {
      throw fault(watch, client, e);
    }
    if (!route.stage().sent()) {
      throw faults.refusedByProxy(response.getCode());
    }
    Runnable close =
        () -> {
          watch.close();
          get.abort();
        };
    return new Reply(response.getCode(), headers(response), body(watch, response), close);
  }

  /** After an abort anything may be thrown, so the deadline is checked first. */
  private Failure fault(Deadline.Watch watch, Client client, Exception thrown) {
    if (watch.expired()) {
      return faults.timeout(route.stage());
    }
    if (Thread.currentThread().isInterrupted()) {
      return faults.interrupted(thrown);
    }
    if (!(thrown instanceof IOException fault)) {
      throw new IllegalStateException("the connection was used wrongly", thrown);
    }
    Failure failure = faults.of(route.stage(), fault);
    if (failure.details().retry() == Retry.FRESH) {
      client.closeIdle();
    }
    return failure;
  }

  private InputStream body(Deadline.Watch watch, ClassicHttpResponse response) {
    try {
      HttpEntity entity = response.getEntity();
      if (entity == null) {
        return InputStream.nullInputStream();
      }
      InputStream raw = entity.getContent();
      String encoding = Objects.requireNonNullElse(entity.getContentEncoding(), "");
      return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
        case "", "identity" -> new Body(raw, false, largest, watch, faults);
        case "gzip", "x-gzip" -> new Body(raw, true, largest, watch, faults);
        default ->
            // Masked before it is cut: half of an echoed secret would not be recognized.
            unreadable(faults.encoded(masked.apply(encoding)));
      };
    } catch (IOException e) {
      throw faults.of(Stage.READING, e);
    }
  }

  /** A body that cannot be read; for a refusal the status is enough. */
  private static InputStream unreadable(Failure failure) {
    return new InputStream() {
      @Override
      public int read() {
        throw failure;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        throw failure;
      }
    };
  }

  private static Headers headers(ClassicHttpResponse response) {
    return new Headers(Arrays.stream(response.getHeaders()).map(Attempt::entry).toList());
  }

  private static Map.Entry<String, String> entry(Header header) {
    return Map.entry(header.getName(), Objects.requireNonNullElse(header.getValue(), ""));
  }
}
