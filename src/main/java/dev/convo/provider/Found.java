package dev.convo.provider;

import dev.convo.failure.Failure;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as far as it was obtained.
 *
 * @param missing why something that was requested is missing; null if nothing is
 */
public record Found(
    Conversation conversation, Completeness completeness, @Nullable Failure missing) {}
