package dev.convo.sandbox;

/**
 * A sample conversation.
 *
 * @param id what to type: {@code convo chatwoot 42}
 * @param about what it shows, one line
 */
public record Sample(String id, String about) {}
