package dev.convo.http;

import dev.convo.failure.Excerpt;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a platform's error answer says, as its provider understands it.
 *
 * @param sentence the platform's own words, as sent
 * @param code the platform's own code
 * @param requestId the id by which the platform's support finds the request
 * @param retryAt when the platform says it will answer again
 * @param reason what the refusal means, where the status alone does not say so
 * @param hint the provider's advice to the user; null where the reason is enough
 */
public record Refusal(
    @Nullable String sentence,
    @Nullable String code,
    @Nullable String requestId,
    @Nullable Instant retryAt,
    Reason reason,
    @Nullable String hint) {
  /** Anything longer is not a code. */
  private static final int CODE = 40;

  /** What a refusal means, where its status does not say so or says something else. */
  public enum Reason {
    /** What the status says. */
    AS_STATUS,
    /** The platform saw no credential: another spelling of its header may get through. */
    UNSIGNED,
    /** The credential is wrong. */
    UNAUTHORIZED,
    /** The credential is valid but not sufficient. */
    FORBIDDEN,
    /** There is no such conversation. */
    NOT_FOUND,
    /** Something in front of the platform refused. */
    GATEWAY,
    /** "Not found" in another form than the platform's: another server, or a wrong path. */
    NOT_THE_API
  }

  public Refusal withHint(@Nullable String newHint) {
    return because(reason, newHint);
  }

  public Refusal because(Reason other, @Nullable String newHint) {
    return new Refusal(sentence, code, requestId, retryAt, other, newHint);
  }

  /** The platform's own code, as it follows a status: {@code ", code 404-01"}, or empty. */
  public String codeWords() {
    String line = code == null ? "" : code.strip().replaceAll("\\s+", " ");
    return line.isEmpty() || line.length() > CODE ? "" : ", code " + line;
  }

  /** The platform's sentence on one line after a colon, cut if it is long; or empty. */
  public String quoted() {
    String line = sentence == null ? "" : sentence.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "" : ": \"" + Excerpt.of(line) + "\"";
  }

  Refusal reworded(UnaryOperator<String> words) {
    return new Refusal(
        reworded(sentence, words),
        reworded(code, words),
        reworded(requestId, words),
        retryAt,
        reason,
        reworded(hint, words));
  }

  private static @Nullable String reworded(@Nullable String said, UnaryOperator<String> words) {
    return said == null ? null : words.apply(said);
  }

  /** How a provider reads its platform's error answers. */
  @FunctionalInterface
  public interface Explain {
    /**
     * Reads an error answer; never throws.
     *
     * @param head at most the first 64 KiB of the body
     */
    Refusal explain(int status, Headers headers, byte[] head);
  }
}
