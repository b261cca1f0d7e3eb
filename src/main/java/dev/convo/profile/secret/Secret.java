package dev.convo.profile.secret;

import dev.convo.failure.Failure;
import dev.convo.http.Calls.Pending;
import dev.convo.profile.value.Source;
import dev.convo.provider.CredentialSpec;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A secret that is read when it is first needed, and only once. Prints its source only. */
public final class Secret {
  private final CredentialSpec spec;
  private final Source source;
  private final @Nullable String variable;
  private final FutureTask<String> reading;

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
    this.reading = new FutureTask<>(reader::get);
  }

  public CredentialSpec spec() {
    return spec;
  }

  public Source source() {
    return source;
  }

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
  public String value() {
    reading.run();
    return Pending.joined(reading);
  }

  @Override
  public String toString() {
    return "*** from " + source;
  }
}
