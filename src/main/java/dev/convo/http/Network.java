package dev.convo.http;

import java.util.function.Function;

/**
 * How to reach platforms and the files of conversations.
 *
 * @param transports opens a transport at once: slow preparations continue in the background, and if
 *     one fails, the first request does
 * @param downloads opens downloads; connects to no host yet
 * @param userAgent what convo calls itself
 */
public record Network(
    Function<Transport.Settings, Transport> transports,
    Function<Transport.Settings, Downloads> downloads,
    String userAgent) {}
