package dev.convo.http;

/**
 * How to reach platforms and the files of conversations.
 *
 * @param transports opens a transport for each base URI
 * @param downloads opens downloads
 * @param userAgent what convo calls itself
 */
public record Network(
    Transport.Factory transports, Downloads.Factory downloads, String userAgent) {}
