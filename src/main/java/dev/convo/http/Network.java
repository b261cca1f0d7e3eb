package dev.convo.http;

/**
 * How platforms, and the files of their conversations, are reached.
 *
 * @param transports opens a transport for each base URI
 * @param downloads opens the way to files
 * @param userAgent what convo calls itself
 */
public record Network(
    Transport.Factory transports, Downloads.Factory downloads, String userAgent) {}
