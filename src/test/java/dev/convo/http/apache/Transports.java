package dev.convo.http.apache;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Transports with settings for tests. */
final class Transports {
  static final Request REQUEST = Request.of("conversation 42", "conversations", "42");

  private Transports() {}

  /** Patient enough that a slow machine does not fail a test. */
  static Settings settings(URI base) {
    return settings(base, Duration.ofSeconds(20));
  }

  static Settings settings(URI base, Duration timeout) {
    return new Settings(base, timeout, 1024 * 1024, 2, null, null, List.of(), "convo/test");
  }

  static Settings through(URI proxy, URI base) {
    return new Settings(
        base, Duration.ofSeconds(20), 1024, 2, proxy, "HTTPS_PROXY", List.of(), "convo/test");
  }

  /** Sends a request and reads its answer to the end. */
  static String read(Transport transport) {
    return read(transport, REQUEST);
  }

  static String read(Transport transport, Request request) {
    try (Reply reply = transport.send(request, List.of());
        InputStream body = reply.body()) {
      return reply.status() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Failure fail(Settings settings) {
    return fail(new ApacheTransport(settings));
  }

  static Failure fail(Transport transport) {
    return catchThrowableOfType(Failure.class, () -> read(transport));
  }

  /** Kind, message and retry of a failure, with the server's port as PORT. */
  static String summary(Failure failure, int port) {
    return (failure.kind() + " " + failure.message() + " " + failure.details().retry())
        .replace(":" + port, ":PORT");
  }
}
