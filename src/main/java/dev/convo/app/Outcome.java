package dev.convo.app;

import dev.convo.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param asked how many conversations were asked for
 * @param shown how many were shown, in part or whole
 * @param first the first failure, or null if there was none
 * @param stopping the failure that stopped the batch, or null
 * @param left whether the reader of the result left before its end
 * @param sentence the same in words
 */
public record Outcome(
    int asked,
    int shown,
    @Nullable Failure first,
    @Nullable Failure stopping,
    boolean left,
    String sentence) {}
