package dev.convo.render;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.json.JsonOut;
import dev.convo.model.Attachment;
import dev.convo.model.Conversation;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table hold: parts of a message, by the names they have in JSON, and a few
 * facts of its conversation. Any attribute of a message may be asked for by its path.
 */
public final class Columns {
  private static final String ATTRIBUTES = "attributes.";

  private static final Map<String, Column> ALL = all();

  /** Common words for our names, too unlike them to be found by their letters. */
  private static final Map<String, String> MEANT =
      Map.of(
          "time", "at",
          "date", "at",
          "timestamp", "at",
          "created_at", "at",
          "body", "text",
          "content", "text",
          "message", "text",
          "sender", "author.name",
          "type", "content_type");

  private record Row(Conversation conversation, Message message, Function<Instant, String> times) {
    @Nullable String time(@Nullable Instant at) {
      return at == null ? null : times.apply(at);
    }
  }

  private interface Column extends Function<Row, @Nullable String> {}

  private final List<String> names;
  private final List<Column> columns = new ArrayList<>();
  private final Function<Instant, String> times;

  /** Columns of names that are {@link #check checked}; {@code times} writes a moment. */
  Columns(List<String> names, Function<Instant, String> times) {
    this.names = List.copyOf(names);
    this.times = times;
    for (String name : names) {
      Column known = ALL.get(name);
      columns.add(known == null ? attribute(name.substring(ATTRIBUTES.length())) : known);
    }
  }

  /** All names but those of attributes. */
  public static List<String> known() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * Checks names.
   *
   * @throws Failure USAGE, listing the known names, if one is unknown
   */
  public static void check(List<String> names) {
    for (String name : names) {
      if (!ALL.containsKey(name)
          && !(name.startsWith(ATTRIBUTES) && name.length() > ATTRIBUTES.length())) {
        List<String> near = near(name);
        throw Failure.usage(
            "--fields: there is no field '" + name + "'",
            (near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ")
                + "the fields are "
                + String.join(", ", known())
                + " and "
                + ATTRIBUTES
                + "NAME");
      }
    }
  }

  /** The field that is often called that, those with this part, or the nearest. */
  private static List<String> near(String name) {
    if (MEANT.containsKey(name)) {
      return List.of(MEANT.get(name));
    }
    List<String> partly =
        known().stream().filter(one -> List.of(one.split("\\.")).contains(name)).toList();
    return partly.isEmpty() ? Nearest.to(name, known()).stream().toList() : partly;
  }

  List<String> names() {
    return names;
  }

  /** The cells of a message's row; empty for an absent value. */
  List<String> values(Conversation conversation, Message message) {
    Row row = new Row(conversation, message, times);
    List<String> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      String value = column.apply(row);
      values.add(value == null ? "" : value);
    }
    return values;
  }

  private static Map<String, Column> all() {
    Map<String, Column> all = new LinkedHashMap<>();
    all.put("provider", row -> row.conversation().provider());
    all.put("conversation_id", row -> row.conversation().id());
    all.put("status", row -> row.conversation().status());
    all.put("channel", row -> row.conversation().channel());
    all.put("subject", row -> row.conversation().subject());
    person(all, "customer", row -> row.conversation().customer());
    all.put("customer.email", row -> part(row.conversation().customer(), Participant::email));
    all.put("customer.phone", row -> part(row.conversation().customer(), Participant::phone));
    person(all, "assignee", row -> row.conversation().assignee());
    all.put("number", row -> String.valueOf(row.message().number()));
    all.put("id", row -> row.message().id());
    all.put("at", row -> row.time(row.message().at()));
    all.put("at_epoch", row -> epoch(row.message().at()));
    all.put("role", row -> row.message().role().word());
    person(all, "author", row -> row.message().author());
    all.put("text", row -> MessageText.readable(row.message()));
    all.put("content_type", row -> row.message().contentType());
    all.put("visibility", row -> row.message().visibility().word());
    all.put("delivery", row -> row.message().delivery().word());
    all.put("failure", row -> row.message().extras().failure());
    all.put("deleted", row -> String.valueOf(row.message().deleted()));
    all.put("edited_at", row -> row.time(row.message().extras().editedAt()));
    all.put("reply_to", row -> row.message().extras().replyTo());
    mail(all, "subject", Extras.Mail::subject);
    mail(all, "from", mail -> String.join("; ", mail.from()));
    mail(all, "to", mail -> String.join("; ", mail.to()));
    mail(all, "cc", mail -> String.join("; ", mail.cc()));
    mail(all, "bcc", mail -> String.join("; ", mail.bcc()));
    call(all, "status", Extras.Call::status);
    call(all, "duration_s", call -> call.seconds() == null ? null : call.seconds().toString());
    call(all, "recording_url", Extras.Call::recordingUrl);
    call(all, "transcript", Extras.Call::transcript);
    all.put(
        "answers",
        row ->
            row.message().extras().answers().stream()
                .map(one -> Wording.present(one.label()) + ": " + Wording.present(one.value()))
                .collect(Collectors.joining("; ")));
    all.put(
        "attachments",
        row ->
            row.message().attachments().stream()
                .map(Columns::attachment)
                .collect(Collectors.joining("; ")));
    return all;
  }

  /** {@code [image] photo.png https://…}. */
  private static String attachment(Attachment attachment) {
    String type = Wording.present(attachment.type());
    String name = Wording.present(attachment.name());
    String url = Wording.present(attachment.url());
    return Wording.joined(" ", "[" + (type.isEmpty() ? "attachment" : type) + "]", name, url);
  }

  private static void person(
      Map<String, Column> all, String place, Function<Row, @Nullable Participant> who) {
    all.put(place + ".id", row -> part(who.apply(row), Participant::id));
    all.put(place + ".name", row -> part(who.apply(row), Participant::name));
  }

  private static void mail(
      Map<String, Column> all, String member, Function<Extras.Mail, @Nullable String> part) {
    all.put("mail." + member, row -> part(row.message().extras().mail(), part));
  }

  private static void call(
      Map<String, Column> all, String member, Function<Extras.Call, @Nullable String> part) {
    all.put("call." + member, row -> part(row.message().extras().call(), part));
  }

  private static <T> @Nullable String part(
      @Nullable T whole, Function<T, @Nullable String> member) {
    return whole == null ? null : member.apply(whole);
  }

  private static @Nullable String epoch(@Nullable Instant at) {
    return at == null ? null : BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
  }

  private static Column attribute(String path) {
    return row -> {
      Value value = ShownValue.at(row.message().attributes(), path);
      if (value == null || value instanceof Value.None) {
        return null;
      }
      return value instanceof Value.Text text ? text.text() : JsonOut.line(value);
    };
  }
}
