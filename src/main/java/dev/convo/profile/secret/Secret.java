package dev.convo.profile.secret;

import dev.convo.failure.Failure;
import dev.convo.profile.value.Source;
import dev.convo.provider.CredentialSpec;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A secret that is read when it is first needed, and only once. Prints its source only. */
public final class Secret {
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

  /** What the platform asks for. */
  public CredentialSpec spec() {
    return spec;
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
