package dev.convo.http;

import java.time.Duration;

/**
 * What a run may use up.
 *
 * @param timeout for the whole of one request, its body included
 * @param retries how often a temporary fault is retried; 0 means never
 * @param maxWait how long one request may wait in all because the platform asks it to
 * @param maxBody bytes of one body, after decompression
 * @param maxSize bytes of all bodies of one conversation
 * @param maxTime for one conversation, from its first request on, waits included
 * @param concurrency requests under way at once; at least 1
 */
public record Limits(
    Duration timeout,
    int retries,
    Duration maxWait,
    long maxBody,
    long maxSize,
    Duration maxTime,
    int concurrency) {}
