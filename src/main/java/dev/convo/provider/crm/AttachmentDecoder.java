package dev.convo.provider.crm;

import dev.convo.json.Fields;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an attachment of oHallo. Its shape is not documented: likely names are tried, and a second name for the same thing stays in the attributes.
 */
final class AttachmentDecoder {
  private AttachmentDecoder() {}

  /** The attachment; null where the object says nothing. */
  static @Nullable Attachment attachment(Fields in) {
    String id = null;
    String type = null;
    String name = null;
    String url = null;
    Long size = null;
    while (in.next()) {
      String member = in.name();
      if (member.equals("id")) {
        id = in.id();
      } else if (type == null && List.of("contentType", "mimeType", "type").contains(member)) {
        type = in.word();
      } else if (name == null && List.of("name", "filename", "fileName").contains(member)) {
        name = in.text();
      } else if (url == null && List.of("url", "downloadUrl").contains(member)) {
        url = in.text();
      } else if (member.equals("size")) {
        size = in.whole();
      } else {
        in.keep();
      }
    }
    Attributes rest = in.rest();
    boolean empty = Stream.of(id, type, name, url, size).allMatch(Objects::isNull);
    return empty && rest.isEmpty() ? null : new Attachment(id, type, name, url, size, rest);
  }
}
