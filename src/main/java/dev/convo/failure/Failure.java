package dev.convo.failure;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An error for the user. Its message is one line without secrets that says what was tried and what
 * came back; its hint names the next step.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final @Nullable String hint;
  private final transient Details details;
  private final boolean naming;

  public Failure(Kind kind, String message, @Nullable String hint) {
    this(kind, message, hint, Details.NONE, null);
  }

  /**
   * A failure.
   *
   * @param hint the exact next command or key, or null if there is none
   * @param cause for developers who look into a bug; never shown to users
   */
  public Failure(
      Kind kind,
      String message,
      @Nullable String hint,
      Details details,
      @Nullable Throwable cause) {
    this(kind, message, hint, details, cause, false);
  }

  private Failure(
      Kind kind,
      String message,
      @Nullable String hint,
      Details details,
      @Nullable Throwable cause,
      boolean naming) {
    super(message, cause);
    this.kind = kind;
    this.hint = hint;
    this.details = details;
    this.naming = naming;
  }

  /** A mistake on the command line. */
  public static Failure usage(String message, @Nullable String hint) {
    return new Failure(Kind.USAGE, message, hint);
  }

  /** A profile file or an environment that cannot be used. */
  public static Failure config(String message, @Nullable String hint) {
    return new Failure(Kind.CONFIG, message, hint);
  }

  /** An answer that cannot be understood. */
  public static Failure badAnswer(String message, @Nullable String hint) {
    return new Failure(Kind.BAD_ANSWER, message, hint);
  }

  /** An answer that cannot be understood, with no advice. */
  public static Failure badAnswer(String message) {
    return badAnswer(message, null);
  }

  /** A result that cannot be written. */
  public static Failure output(String message, @Nullable String hint) {
    return new Failure(Kind.OUTPUT, message, hint);
  }

  /** The user stopped the run. */
  public static Failure interrupted() {
    return new Failure(Kind.INTERRUPTED, "interrupted", null);
  }

  /**
   * Memory ran out.
   *
   * @param purpose what was asked for: {@code conversation 42}
   */
  public static Failure outOfMemory(String purpose) {
    return new Failure(
            Kind.BAD_ANSWER,
            "not enough memory",
            "lower --max-body and --max-size, or fetch fewer conversations at once")
        .of(purpose);
  }

  /** Decides the exit code. */
  public Kind kind() {
    return kind;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public @Nullable String hint() {
    return hint;
  }

  public Details details() {
    return details;
  }

  /** Whether the message begins with what was asked for. */
  public boolean namesPurpose() {
    return naming;
  }

  /**
   * The same failure; its message begins with what was asked for.
   *
   * @param purpose such as {@code conversation 42}
   */
  public Failure of(String purpose) {
    return new Failure(kind, purpose + ": " + message(), hint, details, getCause(), true);
  }

  public Failure with(Details other) {
    return new Failure(kind, message(), hint, other, this, naming);
  }

  public Failure withHint(@Nullable String other) {
    return new Failure(kind, message(), other, details, this, naming);
  }

  /** The same failure in other words; this one if they are the same. */
  public Failure reworded(UnaryOperator<String> words) {
    String message = words.apply(message());
    String other = hint == null ? null : words.apply(hint);
    String id = details.requestId() == null ? null : words.apply(details.requestId());
    boolean same =
        message.equals(message())
            && Objects.equals(other, hint)
            && Objects.equals(id, details.requestId());
    return same
        ? this
        : new Failure(kind, message, other, details.requestId(id), getCause(), naming);
  }
}
