package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One attachment while it is read: a file, a place or a contact card. */
final class AttachmentDecoder {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]*");

  private @Nullable String id;
  private @Nullable String type;
  private @Nullable String url;
  private @Nullable Long size;
  private @Nullable String latitude;
  private @Nullable String longitude;
  private Value title = Value.None.NONE;
  private Value meta = Value.None.NONE;

  private AttachmentDecoder() {}

  static @Nullable Attachment read(Fields in) {
    AttachmentDecoder decoder = new AttachmentDecoder();
    while (in.next()) {
      decoder.member(in);
    }
    return decoder.end(in);
  }

  private void member(Fields in) {
    switch (in.name()) {
      case "id" -> id = in.id();
      case "file_type" -> type = in.word();
      case "fallback_title" -> title = in.value();
      case "data_url" -> url = in.text();
      case "file_size" -> size = in.whole();
      case "coordinates_lat" -> latitude = in.digits();
      case "coordinates_long" -> longitude = in.digits();
      case "meta" -> meta = in.value();
      default -> in.keep();
    }
  }

  private @Nullable Attachment end(Fields in) {
    String name = in.text("fallback_title", title);
    Attachment.Subject subject = place(in);
    if (subject == null && "contact".equals(type)) {
      String called = called();
      boolean phone = name != null && PHONE.matcher(name).matches();
      subject = new Attachment.Card(phone ? name : null);
      if (!phone && called != null && !called.equals(name)) {
        in.keep("fallback_title", title);
      }
      name = phone || called != null ? called : name;
    }
    in.keep("meta", leftOver(name));
    Attributes rest = in.rest();
    boolean empty = Stream.of(id, type, name, url, size, subject).allMatch(Objects::isNull);
    return empty && rest.isEmpty()
        ? null
        : new Attachment(id, type, name, url, size, subject, rest);
  }

  private Attachment.@Nullable Place place(Fields in) {
    if (latitude != null && longitude != null) {
      return new Attachment.Place(latitude, longitude);
    }
    if (latitude != null) {
      in.put("coordinates_lat", new Value.Numeral(latitude));
    }
    if (longitude != null) {
      in.put("coordinates_long", new Value.Numeral(longitude));
    }
    return null;
  }

  /** The full name; channels spell its keys in either way. */
  private @Nullable String called() {
    String called =
        Stream.of(List.of("first_name", "firstName"), List.of("last_name", "lastName"))
            .map(names -> names.stream().map(this::part).filter(one -> !one.isBlank()).findFirst())
            .flatMap(part -> part.stream())
            .collect(Collectors.joining(" "));
    return called.isEmpty() ? null : called;
  }

  private String part(String name) {
    Value part = meta instanceof Attributes object ? object.get(name) : null;
    return part instanceof Value.Text text ? text.text() : "";
  }

  /** Drops what the name repeats in full; a name joined from two parts could not be split again. */
  private Value leftOver(@Nullable String name) {
    if (!(meta instanceof Attributes object) || !"contact".equals(type)) {
      return meta;
    }
    Map<String, Value> left = new LinkedHashMap<>(object.toMap());
    left.values().removeIf(value -> value instanceof Value.Text text && text.text().equals(name));
    return left.isEmpty() && !object.isEmpty() ? Value.None.NONE : Attributes.of(left);
  }
}
