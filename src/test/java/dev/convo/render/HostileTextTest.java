package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.json.Json;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Shown;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import dev.convo.text.Unprintable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a conversation holds what a hostile writer would put there. */
class HostileTextTest {
  private static final String[] PIECES = {
    "\u001b[2J",
    "\u001b]0;x\u0007",
    "\u009b31m",
    "\u0000",
    "\u007f",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200e",
    "\u200f",
    "\u061c",
    "\ud83d",
    "\udc4d",
    "\ufdd0",
    "\uffff",
    "\udb40\udc41",
    "\ud83f\udfff",
    "\ufeff",
    "\u200b",
    "\u00ad",
    "\"",
    "\\",
    "<b>&#27;[1m</b>",
    "&#x202e;",
    "<div>x</div>",
    "<",
    "漢字",
    "かな。",
    "👨‍👩‍👧",
    "🇩🇪",
    "👍🏽",
    "a🏽",
    "e\u0301\u0302",
    "\u0301",
    "שלום",
    "مرحبا",
    "نمی\u200cخواهم",
    "क्षि",
    "한글",
    "\u1112\u1161",
    "❤️",
    "1️⃣",
    "word",
    " ",
    "  ",
    ".",
    "क्".repeat(90),
    "a" + "\u0903".repeat(90),
    "\u0600".repeat(90),
    "e" + "\u0301".repeat(90),
    "\u1100".repeat(90),
    "👨\u200d".repeat(90),
    "a-rather-long-word-that-fits-no-column-of-forty-cells-at-all",
  };

  private final Random random;

  HostileTextTest() {
    this.random = new Random(42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript", "markdown", "html", "json", "jsonl"})
  void nothingThatDrivesATerminalComesOut(String word) throws IOException {
    Format format = Format.valueOf(word.toUpperCase(Locale.ROOT));
    for (int i = 0; i < 12; i++) {
      for (int columns : new int[] {0, 32, 57, 80}) {
        String output =
            RendererTest.render(format, new Layout(columns, ZoneOffset.UTC, false), document());

        assertThat(output.codePoints().filter(c -> c != '\n' && Unprintable.contains(c))).isEmpty();
        if (format.onScreen()) {
          RendererTest.assertFits(output, columns);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "jsonl"})
  void everyValueSurvivesJson(String word) throws IOException {
    Format format = Format.valueOf(word.toUpperCase(Locale.ROOT));
    for (int i = 0; i < 30; i++) {
      Document document = document();

      String output = RendererTest.render(format, new Layout(80, ZoneOffset.UTC, false), document);

      Attributes json = (Attributes) tree(output);
      Conversation conversation = document.conversation();
      Participant customer = Objects.requireNonNull(conversation.customer());
      assertThat(json.get("id")).isEqualTo(text(conversation.id()));
      assertThat(json.get("subject")).isEqualTo(text(conversation.subject()));
      assertThat(json.get("attributes")).isEqualTo(conversation.attributes());
      assertThat(json.get("customer"))
          .isEqualTo(
              Samples.attributes(
                  "id", text(customer.id()),
                  "name", text(customer.name()),
                  "email", text(customer.email()),
                  "phone", text(customer.phone()),
                  "attributes", customer.attributes()));
      List<Value> texts = new ArrayList<>();
      ((Value.Items) Objects.requireNonNull(json.get("messages")))
          .values()
          .forEach(message -> texts.add(((Attributes) message).get("text")));
      assertThat(texts)
          .isEqualTo(conversation.messages().stream().map(m -> text(m.text())).toList());
    }
  }

  private static Value text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? Value.None.NONE : new Value.Text(text);
  }

  private static Value tree(String json) {
    return Json.tree(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private String hostile() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private Attributes attributes() {
    return Samples.attributes(
        hostile() + 1,
        new Value.Text(hostile()),
        "list",
        new Value.Items(
            List.of(
                new Value.Text(hostile()),
                Samples.attributes(hostile(), new Value.Text(hostile())),
                new Value.Items(List.of(new Value.Text(hostile()))))));
  }

  private Participant person() {
    return new Participant(hostile(), hostile(), hostile(), hostile(), attributes());
  }

  private Message message(int i) {
    Role[] roles = Role.values();
    Delivery[] deliveries = Delivery.values();
    return Message.of(hostile())
        .at(i == 0 ? null : Instant.ofEpochSecond(1_773_561_600L + i * 3600L))
        .role(roles[random.nextInt(roles.length)])
        .author(person())
        .text(hostile())
        .html(random.nextInt(4) == 0)
        .contentType(hostile())
        .visibility(random.nextBoolean() ? Visibility.PUBLIC : Visibility.PRIVATE)
        .delivery(deliveries[random.nextInt(deliveries.length)])
        .attachments(
            List.of(new Attachment(hostile(), hostile(), hostile(), hostile(), 1L, attributes())))
        .attributes(attributes())
        .build();
  }

  private Document document() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      messages.add(message(i));
    }
    Conversation conversation =
        Conversation.of("crm")
            .id(hostile())
            .url(hostile())
            .status(hostile())
            .channel(hostile())
            .subject(hostile())
            .summary(hostile())
            .outcome(hostile())
            .priority(hostile())
            .customer(person())
            .assignee(person())
            .labels(List.of(hostile(), hostile()))
            .attributes(Samples.attributes("custom", attributes(), "one", attributes()))
            .messages(messages)
            .build();
    Meta meta =
        new Meta(
            new Completeness(
                false, 9L, List.of(Note.reason("messages_x", hostile()), new Note("x", hostile()))),
            1,
            hostile(),
            hostile(),
            Instant.EPOCH,
            List.of(hostile()),
            new Selection(messages.size(), messages.size() + 40, List.of(hostile())));
    return new Document(
        conversation,
        meta,
        Glossary.of(
            Shown.ofConversation(hostile(), "custom.*"),
            Shown.ofConversation("one", "one"),
            Shown.ofConversation("l", "one.list"),
            Shown.ofMessage(hostile(), "*"),
            Shown.ofAttachment(hostile(), "*")));
  }
}
