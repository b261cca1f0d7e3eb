package dev.convo.model;

import org.jspecify.annotations.Nullable;

/**
 * Something attached to a message: a file, a place or a contact card.
 *
 * @param type the platform's own word, such as {@code image}
 * @param url where to fetch it; a link may need the reader's own login
 * @param size bytes
 * @param subject what it is, if not a file
 */
public record Attachment(
    @Nullable String id,
    @Nullable String type,
    @Nullable String name,
    @Nullable String url,
    @Nullable Long size,
    @Nullable Subject subject,
    Attributes attributes) {

  /** A file. */
  public Attachment(
      @Nullable String id,
      @Nullable String type,
      @Nullable String name,
      @Nullable String url,
      @Nullable Long size,
      Attributes attributes) {
    this(id, type, name, url, size, null, attributes);
  }

  public sealed interface Subject {}

  /** A point on the earth: degrees as JSON numbers, in the platform's own digits. */
  public record Place(String latitude, String longitude) implements Subject {}

  /** Somebody's contact card; the attachment's name is their name. */
  public record Card(@Nullable String phone) implements Subject {}

  public Attachment withAttributes(Attributes other) {
    return new Attachment(id, type, name, url, size, subject, other);
  }
}
