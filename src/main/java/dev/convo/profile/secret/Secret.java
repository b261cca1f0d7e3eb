package dev.convo.profile.secret;

import dev.convo.failure.Failure;
import dev.convo.http.Credential;
import dev.convo.profile.value.Source;
import dev.convo.provider.CredentialSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A secret that is read when it is first needed, and only once. Prints its source only. */
public final class Secret implements Credential {
  private final CredentialSpec spec;
  private final Source source;
  private final @Nullable String variable;
  private final Supplier<String> reader;
  private @Nullable String value;
  private @Nullable Failure failure;

  /**
   * A secret.
   *
   * @param variable the variable that holds it, where one does
   * @param reader reads it; called at most once
   */
  public Secret(
      CredentialSpec spec, Source source, @Nullable String variable, Supplier<String> reader) {
    this.spec = spec;
    this.source = source;
    this.variable = variable;
    this.reader = reader;
  }

  @Override
  public String key() {
    return spec.key();
  }

  @Override
  public List<String> headers() {
    return spec.headers();
  }

  @Override
  public @Nullable String spelledBy() {
    return spec.spelledBy();
  }

  @Override
  public String prefix() {
    return spec.prefix();
  }

  @Override
  public String cameFrom() {
    return source.text();
  }

  /** Where it comes from. */
  public Source source() {
    return source;
  }

  /** The variable that holds it, where one does. */
  public Optional<String> variable() {
    return Optional.ofNullable(variable);
  }

  /**
   * The secret itself: printable ASCII, not empty. A later call returns or throws what the first
   * did.
   *
   * @throws Failure CONFIG if it cannot be read; INTERRUPTED if the user stopped the command that
   *     fetches it
   */
  @Override
  public synchronized String value() {
    if (failure != null) {
      throw failure;
    }
    String known = value;
    if (known == null) {
      try {
        known = reader.get();
      } catch (Failure e) {
        failure = e;
        throw e;
      }
      value = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "*** from " + source;
  }
}
