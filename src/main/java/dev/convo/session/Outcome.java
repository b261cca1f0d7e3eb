package dev.convo.session;

import dev.convo.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param asked how many conversations were asked for
 * @param shown how many were shown, in part or whole
 * @param first the first failure, or null if there was none
 */
public record Outcome(int asked, int shown, @Nullable Failure first) {}
