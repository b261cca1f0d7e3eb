package dev.convo.http;

/**
 * How platforms are reached.
 *
 * @param transports opens a transport for each base URI
 * @param userAgent what convo calls itself to platforms
 */
public record Network(Transport.Factory transports, String userAgent) {}
