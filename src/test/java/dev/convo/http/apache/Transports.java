package dev.convo.http.apache;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.http.Limits;
import dev.convo.http.Proxies;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Authorities;
import dev.convo.http.Transport.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Transports with settings for tests. */
final class Transports {
  static final Request REQUEST = Request.of("conversation 42", "conversations/{}", "42");

  private Transports() {}

  /** Patient enough that a slow machine does not fail a test. */
  static Settings settings(URI base) {
    return settings(base, Duration.ofSeconds(20));
  }

  static Settings settings(URI base, Duration timeout) {
    return new Settings(base, limits(timeout, 2), uri -> Optional.empty(), List.of(), "convo/test");
  }

  static Settings through(URI proxy, URI base) {
    return through(proxy, base, List.of());
  }

  static Settings through(URI proxy, URI base, List<Authorities> authorities) {
    return new Settings(
        base,
        limits(Duration.ofSeconds(20), 2),
        uri -> Optional.of(new Proxies.Chosen(proxy, "HTTPS_PROXY")),
        authorities,
        "convo/test");
  }

  static Settings trusting(URI base, Duration timeout, Path file) {
    return new Settings(
        base,
        limits(timeout, 2),
        uri -> Optional.empty(),
        List.of(new Authorities(file, "--ca-bundle")),
        "convo/test");
  }

  /** Bodies of at most 1 MiB. */
  static Limits limits(Duration timeout, int connections) {
    return new Limits(
        timeout, 0, Duration.ZERO, 1024 * 1024, 1 << 30, Duration.ofDays(1), connections);
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
