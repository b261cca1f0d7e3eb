package dev.convo.session;

import dev.convo.failure.Failure;
import dev.convo.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param asked how many conversations were asked for
 * @param shown how many were shown, in part or whole
 * @param first the first failure, or null if there was none
 * @param different whether a comparison has found a change
 * @param worst the worst state that a check has found
 */
public record Outcome(
    int asked, int shown, @Nullable Failure first, boolean different, Verdict.State worst) {}
