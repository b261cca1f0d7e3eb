package dev.convo.sandbox;

/**
 * A conversation worth asking for.
 *
 * @param id what to type: {@code convo chatwoot 42}
 * @param about what it shows, one line
 */
public record Sample(String id, String about) {}
