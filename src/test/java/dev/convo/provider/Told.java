package dev.convo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Value;
import dev.convo.provider.Provider.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found, as text: every fact of the model on a line, in a fixed order, what is absent left
 * out. Expected texts lie beside the fixtures; {@code -Dgolden=write} rewrites them.
 */
public final class Told {
  /** Turns the direction of what follows. */
  private static final int OVERRIDE = 0x202e;

  private final StringBuilder out = new StringBuilder();

  private Told() {}

  /** Compares with a file beside the fixtures, such as {@code chatwoot/conversation.txt}. */
  public static void assertAsIn(String file, Found found) {
    if ("write".equals(System.getProperty("golden"))) {
      try {
        Files.writeString(Path.of("src/test/resources/dev/convo/provider", file), of(found));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return;
    }
    assertThat(of(found)).isEqualTo(Fixtures.text(file));
  }

  /** All that was found. */
  public static String of(Found found) {
    Told told = new Told();
    told.conversation(found.conversation());
    found.conversation().messages().forEach(told::message);
    told.line("complete", String.valueOf(found.completeness().complete()));
    told.line("expected", found.completeness().expected());
    for (Note note : found.completeness().notes()) {
      told.line("note", note.code() + ": " + note.text());
    }
    if (found.missing() != null) {
      told.line("missing", found.missing().kind() + ": " + found.missing().message());
    }
    return told.out.toString();
  }

  private void conversation(Conversation conversation) {
    line("provider", conversation.provider());
    line("id", conversation.id());
    line("url", conversation.url());
    line("status", conversation.status());
    line("channel", conversation.channel());
    line("subject", conversation.subject());
    line("summary", conversation.summary());
    line("outcome", conversation.outcome());
    line("priority", conversation.priority());
    line("created", conversation.createdAt());
    line("updated", conversation.updatedAt());
    line("last message", conversation.lastMessageAt());
    line("customer", person(conversation.customer()));
    line("assignee", person(conversation.assignee()));
    conversation.labels().forEach(label -> line("label", label));
    conversation.attributes().forEach((name, value) -> line("  " + name, json(value)));
  }

  private void message(Message message) {
    line(
        "message",
        message.id()
            + (" " + message.at())
            + (" " + message.role())
            + (" " + message.visibility())
            + (" " + message.delivery())
            + (message.contentType() == null ? "" : " " + message.contentType()));
    line("  by", person(message.author()));
    line(message.html() ? "  html" : "  text", quoted(message.text()));
    for (Attachment file : message.attachments()) {
      line(
          "  file",
          words(file.id(), file.type(), quoted(file.name()), file.url(), file.size())
              + (file.subject() == null ? "" : " " + file.subject())
              + rest(file.attributes()));
    }
    Extras extras = message.extras();
    line("  failure", quoted(extras.failure()));
    line("  deleted", extras.deleted() ? "yes" : null);
    line("  edited", extras.editedAt());
    line("  answers", quoted(extras.replyTo()));
    line("  mail", extras.mail());
    line("  call", extras.call());
    extras.answers().forEach(answer -> line("  answer", answer));
    extras.offered().forEach(offer -> line("  offer", offer));
    message.attributes().forEach((name, value) -> line("  " + name, json(value)));
  }

  private static @Nullable String person(@Nullable Participant person) {
    return person == null
        ? null
        : words(person.id(), quoted(person.name()), person.email(), person.phone())
            + rest(person.attributes());
  }

  private static String words(@Nullable Object... words) {
    List<String> all = new ArrayList<>();
    for (Object word : words) {
      all.add(String.valueOf(word));
    }
    return String.join(" ", all);
  }

  private static String rest(Attributes attributes) {
    return attributes.isEmpty() ? "" : " " + json(attributes);
  }

  private void line(String name, @Nullable Object value) {
    if (value != null) {
      out.append(name).append(' ').append(value).append('\n');
    }
  }

  private static @Nullable String quoted(@Nullable String text) {
    return text == null ? null : json(new Value.Text(text));
  }

  private static String json(Value value) {
    if (value instanceof Value.Text text) {
      return "\"" + visible(text.text()) + "\"";
    }
    if (value instanceof Value.Numeral number) {
      return number.digits();
    }
    if (value instanceof Value.Flag flag) {
      return String.valueOf(flag.on());
    }
    if (value instanceof Value.Items items) {
      return items.values().stream().map(Told::json).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Attributes members) {
      List<String> all = new ArrayList<>();
      members.forEach((name, member) -> all.add(name + ": " + json(member)));
      return "{" + String.join(", ", all) + "}";
    }
    return "null";
  }

  /** One line, in characters that an editor shows. */
  private static String visible(String text) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean shown = c >= ' ' && c <= '~' || c >= 0xa0 && !isSurrogate(c) && c != OVERRIDE;
      if (shown) {
        all.appendCodePoint(c);
      } else {
        all.append(String.format("\\u%04x", c));
      }
    }
    return all.toString();
  }

  /** Half of a character. */
  private static boolean isSurrogate(int c) {
    return c <= 0xffff && Character.isSurrogate((char) c);
  }
}
