package dev.convo.http;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests a file and follows redirects.
 *
 * @param purpose what is asked for, in the words of an error message
 */
record Hops(Download.Rules rules, String purpose) {
  private static final int REDIRECTS = 5;
  private static final List<Integer> MOVED = List.of(301, 302, 303, 307, 308);

  /** A reply that is not a redirect, and where it came from. */
  record Answered(FileAddress at, Reply reply) implements AutoCloseable {
    @Override
    public void close() {
      reply.close();
    }
  }

  /**
   * Sends requests until the reply is not a redirect.
   *
   * @throws Failure FORBIDDEN if a redirect may not be followed
   */
  Answered ask(FileAddress from, Map<String, String> headers) {
    FileAddress at = from;
    for (int followed = 0; ; followed++) {
      Reply reply = send(at, headers);
      Optional<String> location = reply.headers().first("Location");
      if (!MOVED.contains(reply.status()) || location.isEmpty()) {
        return new Answered(at, reply);
      }
      reply.close();
      if (followed == REDIRECTS) {
        throw new Failure(Kind.FORBIDDEN, "redirected more than " + REDIRECTS + " times", null);
      }
      at = at.redirected(location.get());
    }
  }

  private Reply send(FileAddress at, Map<String, String> headers) {
    try {
      return Traced.reported(
          rules.listener(),
          rules.clock(),
          at.bare(),
          List.copyOf(headers.entrySet()),
          () ->
              rules
                  .allowance()
                  .within(
                      purpose, left -> rules.downloads().get(purpose, at.uri(), headers, left)));
    } catch (Failure failure) {
      // Hints about base_url are about the platform.
      boolean ofPlatform = failure.kind() == Kind.NETWORK || failure.kind() == Kind.BAD_ANSWER;
      throw ofPlatform ? failure.withHint(null) : failure;
    }
  }
}
