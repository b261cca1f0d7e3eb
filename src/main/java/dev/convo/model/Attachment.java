package dev.convo.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that came with a message.
 *
 * @param type the platform's own word, such as {@code image}
 * @param url where it can be fetched; a link may need the reader's own login
 * @param size bytes
 */
public record Attachment(
    @Nullable String id,
    @Nullable String type,
    @Nullable String name,
    @Nullable String url,
    @Nullable Long size,
    Attributes attributes) {}
