package dev.convo.source;

import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Exchange;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Signature;
import dev.convo.model.Note;
import dev.convo.profile.secret.Secret;
import dev.convo.provider.CredentialSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Adds an account's secrets to its requests, for all conversations of a run. If the platform says
 * it saw none, the next spelling of their header is tried once, and kept for the run: some proxies
 * drop header names with an underscore. No request ever carries two spellings, which a proxy might
 * join.
 */
final class Credentials {
  private final List<Secret> secrets;

  /** The spelling to begin with: an index into the headers. */
  private final AtomicInteger spelling = new AtomicInteger();

  private volatile List<Signature> given = List.of();

  Credentials(List<Secret> secrets) {
    this.secrets = secrets;
  }

  /**
   * An exchange whose requests are signed.
   *
   * @param inner checks answers, as {@link dev.convo.http.Checked} does
   * @param notes receives, once a run, how to skip the first attempt
   */
  Exchange over(Transport inner, Consumer<Note> notes) {
    return request -> send(request, inner, notes);
  }

  private Reply send(Request request, Transport inner, Consumer<Note> notes) {
    int spelled = spelling.get();
    try {
      return inner.send(request, signatures(spelled));
    } catch (Failure first) {
      if (first.details().retry() == Retry.RESPELLED && spelled + 1 < spellings()) {
        return respelled(request, inner, notes, spelled + 1, first);
      }
      throw withSource(first);
    }
  }

  private Reply respelled(
      Request request, Transport inner, Consumer<Note> notes, int spelled, Failure first) {
    try {
      Reply reply = inner.send(request, signatures(spelled));
      remember(spelled, notes);
      return reply;
    } catch (Failure second) {
      if (second.details().retry() == Retry.RESPELLED) {
        throw withSource(first);
      }
      if (sawCredential(second.kind())) {
        remember(spelled, notes);
      }
      throw withSource(second);
    }
  }

  private static boolean sawCredential(Kind kind) {
    return kind == Kind.UNAUTHORIZED || kind == Kind.FORBIDDEN || kind == Kind.NOT_FOUND;
  }

  private void remember(int spelled, Consumer<Note> notes) {
    if (spelling.getAndSet(spelled) == spelled) {
      return;
    }
    for (Secret secret : secrets) {
      CredentialSpec spec = secret.spec();
      String dropped = header(spec, spelled - 1);
      String passed = header(spec, spelled);
      if (spec.spelledBy() != null && !dropped.equals(passed)) {
        notes.accept(
            new Note(
                spec.spelledBy(),
                ("a proxy in front of the platform drops the header %s, %s gets through;"
                        + " %s = \"%s\" in the profile skips the first try")
                    .formatted(dropped, passed, spec.spelledBy(), passed)));
      }
    }
  }

  /** A refused credential's hint says where it came from. */
  private Failure withSource(Failure refusal) {
    Failure failure =
        refusal.details().retry() == Retry.RESPELLED
            ? refusal.with(refusal.details().retry(Retry.NEVER, null))
            : refusal;
    if (failure.kind() != Kind.UNAUTHORIZED || secrets.isEmpty()) {
      return failure;
    }
    String sources =
        secrets.stream()
            .map(secret -> secret.spec().key() + " came from " + secret.source())
            .collect(Collectors.joining(", "));
    String hint = failure.hint();
    return failure.withHint(
        hint == null ? sources + "; is it still valid?" : hint + "; " + sources);
  }

  private int spellings() {
    return secrets.stream().mapToInt(secret -> secret.spec().headers().size()).max().orElse(1);
  }

  private List<Signature> signatures(int spelled) {
    List<Signature> signatures =
        secrets.stream()
            .map(
                secret ->
                    new Signature(
                        header(secret.spec(), spelled), secret.spec().prefix() + secret.value()))
            .toList();
    given = signatures;
    return signatures;
  }

  /** A secret with fewer spellings keeps its last. */
  private static String header(CredentialSpec spec, int spelled) {
    return spec.headers().get(Math.min(spelled, spec.headers().size() - 1));
  }

  /** The text with all secrets masked that the platform was given so far. */
  String masked(String said) {
    return Signature.masked(given, said);
  }
}
