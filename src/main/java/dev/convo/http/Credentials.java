package dev.convo.http;

import dev.convo.http.Transport.Signature;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The secrets of one account, and the header spelling that gets them through. Shared by all
 * conversations of a run.
 */
public final class Credentials {
  private final List<Credential> secrets;
  private final AtomicInteger spelling = new AtomicInteger();

  /** What the platform was given last. */
  private volatile List<Signature> given = List.of();

  /** An account's secrets; none for a platform that needs none. */
  public Credentials(List<? extends Credential> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  List<Credential> secrets() {
    return secrets;
  }

  /** The spelling to begin with: an index into the headers. */
  int spelling() {
    return spelling.get();
  }

  /** How many spellings there are to try. */
  int spellings() {
    return secrets.stream().mapToInt(secret -> secret.headers().size()).max().orElse(1);
  }

  /** Starts with this spelling from now on; true if that is a change. */
  boolean remember(int other) {
    return spelling.getAndSet(other) != other;
  }

  /** The headers under a spelling; a secret with fewer spellings keeps its last. */
  List<Signature> signatures(int spelled) {
    List<Signature> signatures =
        secrets.stream()
            .map(secret -> new Signature(header(secret, spelled), secret.prefix() + secret.value()))
            .toList();
    given = signatures;
    return signatures;
  }

  /** The text with all secrets masked that the platform was given so far. */
  public String masked(String said) {
    return Signature.masked(given, said);
  }

  static String header(Credential secret, int spelled) {
    return secret.headers().get(Math.min(spelled, secret.headers().size() - 1));
  }
}
