package dev.convo.provider.crm;

import dev.convo.json.Fields;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Delivery;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message of oHallo. Its shape is not documented: likely names are tried, and whatever
 * decided about the message stays in its attributes for the reader to see.
 */
final class MessageDecoder {
  private static final List<String> TEXTS = List.of("content", "text", "body", "message");
  private static final List<String> TIMES = List.of("sentAt", "createdAt", "timestamp");

  /** "user" is missing: it is a customer to some platforms and an agent to others. */
  private static final Map<Role, Set<String>> WORDS =
      Map.of(
          Role.CUSTOMER, Set.of("inbound", "incoming", "customer", "contact", "client", "visitor"),
          Role.AGENT, Set.of("outbound", "outgoing", "agent", "human", "human_agent", "operator"),
          Role.BOT, Set.of("ai", "ai_agent", "assistant", "bot"),
          Role.SYSTEM, Set.of("system"));

  /** A word on its own, also in {@code isInternal} and {@code internal_note}. */
  private static final Pattern PRIVATE =
      Pattern.compile("(?i:internal|private)|(?<![A-Za-z])(?i:notes?)(?![a-z])|Note(?![a-z])");

  /** The values of {@code visibility} for messages that the customer sees. */
  private static final Set<String> PUBLIC = Set.of("public", "external");

  private static final Set<String> IS_PUBLIC = Set.of("public", "isPublic", "is_public");

  /** A longer text is not a word that classifies a message. */
  private static final int WORD = 24;

  private static final Set<Value> EMPTY = Set.of(Value.None.NONE, new Value.Text(""));

  private static final Set<Value> NO =
      Set.of(
          Value.None.NONE,
          new Value.Flag(false),
          new Value.Numeral("0"),
          new Value.Text("false"),
          new Value.Text(""));

  private MessageDecoder() {}

  static Message message(Fields in) {
    Message.Builder to = Message.of(null);
    Participant author = null;
    List<Attachment> attachments = new ArrayList<>();
    Extras.Builder extras = Extras.with();
    boolean failed = false;
    Map<String, Value> likely = new LinkedHashMap<>();
    while (in.next()) {
      switch (in.name()) {
        case "id" -> to.id(in.id());
        case "content", "text", "body", "message", "sentAt", "createdAt", "timestamp" ->
            likely.put(in.name(), in.value());
        case "sender", "author" -> {
          if (author == null && in.atObject()) {
            author = in.object(PersonDecoder::author);
          } else {
            in.keep();
          }
        }
        case "attachments" ->
            in.each(one -> Optional.ofNullable(attachment(one)).ifPresent(attachments::add));
        case "replyToId", "inReplyTo" -> extras.replyTo(in.id());
        case "editedAt" -> extras.editedAt(in.time());
        case "deletedAt" -> extras.deleted(!EMPTY.contains(in.kept()));
        case "failureReason" -> {
          String reason = in.text();
          failed = reason != null;
          extras.failure(reason);
        }
        default -> in.keep();
      }
    }
    first(TEXTS, likely).ifPresent(name -> to.text(in.text(name, likely.remove(name))));
    first(TIMES, likely).ifPresent(name -> to.at(in.time(name, likely.remove(name))));
    likely.values().removeIf(value -> value == Value.None.NONE);
    likely.forEach(in::put);
    Attributes rest = in.rest();
    Role role = role(rest, author);
    return to.role(role)
        .author(author)
        .visibility(
            role == Role.UNKNOWN || isPrivate(rest) ? Visibility.PRIVATE : Visibility.PUBLIC)
        .delivery(failed && role != Role.CUSTOMER ? Delivery.FAILED : Delivery.UNKNOWN)
        .attachments(attachments)
        .extras(extras.build())
        .attributes(rest)
        .build();
  }

  /** An attachment; a second name for the same thing stays in its attributes. */
  private static @Nullable Attachment attachment(Fields in) {
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

  /** The first of these names that holds anything. */
  private static Optional<String> first(List<String> names, Map<String, Value> values) {
    return names.stream()
        .filter(name -> !EMPTY.contains(values.getOrDefault(name, Value.None.NONE)))
        .findFirst();
  }

  /** The sender says more than the direction: a bot's message is outbound, like an agent's. */
  private static Role role(Attributes message, @Nullable Participant author) {
    Attributes person = author == null ? Attributes.NONE : author.attributes();
    return Stream.of(
            message.get("role"),
            message.get("sender"),
            message.get("senderType"),
            person.get("role"),
            person.get("type"),
            message.get("direction"))
        .map(MessageDecoder::role)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Role.UNKNOWN);
  }

  private static @Nullable Role role(@Nullable Value word) {
    String lower = word == null ? "" : word.word().toLowerCase(Locale.ROOT);
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(lower))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static boolean isPrivate(Attributes message) {
    return message.names().stream()
        .filter(name -> !TEXTS.contains(name))
        .anyMatch(name -> saysPrivate(name, Objects.requireNonNull(message.get(name))));
  }

  private static boolean saysPrivate(String name, Value value) {
    String word = value.word();
    if (name.equalsIgnoreCase("visibility")) {
      return !PUBLIC.contains(word.toLowerCase(Locale.ROOT)) && value != Value.None.NONE;
    }
    if (IS_PUBLIC.contains(name)) {
      return NO.contains(value) && value != Value.None.NONE;
    }
    return word.length() <= WORD && PRIVATE.matcher(word).find()
        || PRIVATE.matcher(name).find() && !NO.contains(value);
  }
}
