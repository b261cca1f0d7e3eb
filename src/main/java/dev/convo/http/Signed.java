package dev.convo.http;

import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Note;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Adds the account's credentials. If the platform says it saw none, the next spelling of their
 * header is tried once, and kept for the run: some proxies drop header names with an underscore. No
 * request ever carries two spellings, which a proxy might join.
 */
public final class Signed implements Exchange {
  private final Transport inner;
  private final Credentials credentials;
  private final Consumer<Note> notes;

  /**
   * An exchange for an account.
   *
   * @param inner checks answers, as {@link Checked} does
   * @param notes receives, once a run, how to skip the first attempt
   */
  public Signed(Transport inner, Credentials credentials, Consumer<Note> notes) {
    this.inner = inner;
    this.credentials = credentials;
    this.notes = notes;
  }

  @Override
  public Reply send(Request request) {
    int spelling = credentials.spelling();
    try {
      return inner.send(request, credentials.signatures(spelling));
    } catch (Failure first) {
      if (first.details().retry() == Retry.RESPELLED && spelling + 1 < credentials.spellings()) {
        return respelled(request, spelling + 1, first);
      }
      throw withSource(first);
    }
  }

  private Reply respelled(Request request, int spelling, Failure first) {
    try {
      Reply reply = inner.send(request, credentials.signatures(spelling));
      remember(spelling);
      return reply;
    } catch (Failure second) {
      if (second.details().retry() == Retry.RESPELLED) {
        throw withSource(first);
      }
      if (sawCredential(second.kind())) {
        remember(spelling);
      }
      throw withSource(second);
    }
  }

  private static boolean sawCredential(Kind kind) {
    return kind == Kind.UNAUTHORIZED || kind == Kind.FORBIDDEN || kind == Kind.NOT_FOUND;
  }

  private void remember(int spelling) {
    if (!credentials.remember(spelling)) {
      return;
    }
    for (Credential secret : credentials.secrets()) {
      String key = secret.spelledBy();
      String dropped = Credentials.header(secret, spelling - 1);
      String passed = Credentials.header(secret, spelling);
      if (key != null && !dropped.equals(passed)) {
        notes.accept(
            new Note(
                key,
                ("a proxy in front of the platform drops the header %s, %s gets through;"
                        + " %s = \"%s\" in the profile skips the first try")
                    .formatted(dropped, passed, key, passed)));
      }
    }
  }

  /** A refused credential's hint says where it came from. */
  private Failure withSource(Failure refusal) {
    Failure failure =
        refusal.details().retry() == Retry.RESPELLED
            ? refusal.with(refusal.details().retry(Retry.NEVER, null))
            : refusal;
    List<Credential> secrets = credentials.secrets();
    if (failure.kind() != Kind.UNAUTHORIZED || secrets.isEmpty()) {
      return failure;
    }
    String sources =
        secrets.stream()
            .map(secret -> secret.key() + " came from " + secret.cameFrom())
            .collect(Collectors.joining(", "));
    String hint = failure.hint();
    return failure.withHint(
        hint == null ? sources + "; is it still valid?" : hint + "; " + sources);
  }
}
