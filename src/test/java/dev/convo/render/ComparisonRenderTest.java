package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convo.Golden;
import dev.convo.PublishedSchema;
import dev.convo.diff.Comparison;
import dev.convo.diff.Side;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What `convo diff` shows. */
class ComparisonRenderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 80, 120})
  void fitsItsWidth(int columns) throws IOException {
    String text = text(new Layout(columns, BERLIN, false), edited());

    Golden.check("render/diff-" + columns + ".txt", text);
    RendererTest.assertFits(text, columns);
  }

  @Test
  void coloursAddNothingButColours() throws IOException {
    String plain = text(new Layout(80, BERLIN, false), edited());

    String coloured = text(new Layout(80, BERLIN, true), edited());

    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void nothingChangedIsSaid() throws IOException {
    Document document = Samples.everything();

    Golden.check(
        "render/diff-same.txt",
        text(new Layout(80, BERLIN, false), comparison(document, document)));
  }

  @Test
  void aMissingPageIsOneLine() throws IOException {
    Document whole = Samples.everything();
    Document part =
        new Document(
            whole
                .conversation()
                .change()
                .messages(whole.conversation().messages().subList(6, 9))
                .build(),
            Samples.meta(
                new Completeness(
                    false, 9L, List.of(Note.reason("time_limit", "the time limit was reached")))),
            whole.glossary());

    Golden.check(
        "render/diff-missing.txt", text(new Layout(80, BERLIN, false), comparison(whole, part)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void noTextCanForgeALineOfOurs(int columns) throws IOException {
    Document forger = Samples.forger();
    Document before =
        new Document(
            Conversation.of("crm").id("c1").build(), Samples.meta(complete()), forger.glossary());

    String there = text(new Layout(columns, ZoneOffset.UTC, false), comparison(before, forger));
    String back = text(new Layout(columns, ZoneOffset.UTC, false), comparison(forger, before));

    Golden.check("render/diff-forger-" + columns + ".txt", there + back);
    assertThat(
            (there + back)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(" "))
                .map(line -> line.replaceFirst(" .*", "")))
        .isSubsetOf(
            "crm", "OLD", "NEW", "+", "-", "~", "?", "──", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void jsonHoldsEverything() throws IOException {
    Golden.check("render/diff.json", json(edited()));
  }

  @Test
  void jsonIsWhatTheSchemaSays() throws IOException {
    Document nothing = Samples.nothing();
    for (Comparison comparison :
        List.of(
            edited(),
            comparison(nothing, nothing),
            comparison(nothing, Samples.forger()),
            comparison(Samples.forger(), nothing))) {
      JsonNode written = JSON.readTree(json(comparison));

      assertThat(PublishedSchema.open("diff").faults(written)).isEmpty();
      assertThat(PublishedSchema.closed("diff").faults(written)).isEmpty();
    }
  }

  @Test
  void everyPathLeadsToItsValueInTheMessage() throws IOException {
    JsonNode written = JSON.readTree(json(edited()));

    int checked = 0;
    for (JsonNode message : written.path("messages")) {
      for (JsonNode difference : message.path("differences")) {
        for (String side : List.of("old", "new")) {
          assertThat(at(message.path(side), difference.path("path")))
              .isEqualTo(difference.path(side));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(12);
  }

  private static JsonNode at(JsonNode from, JsonNode path) {
    JsonNode at = from;
    for (Iterator<JsonNode> steps = path.elements(); steps.hasNext(); ) {
      JsonNode step = steps.next();
      at = step.isInt() ? at.path(step.asInt()) : at.path(step.asText());
    }
    return at.isMissingNode() ? JSON.nullNode() : at;
  }

  /** {@link Samples#everything} before and after a weekend. */
  private static Comparison edited() {
    Document before = Samples.everything();
    Conversation was = before.conversation();
    List<Message> messages = new ArrayList<>(was.messages());
    messages.set(
        0,
        messages
            .get(0)
            .change()
            .text("Hello!\n\nMy invoice is wrong:\n\t- charged three times\n\t- no answer")
            .extras(Extras.with().editedAt(Instant.parse("2026-03-15T08:02:00Z")).build())
            .attachments(
                List.of(
                    new Attachment(
                        "a1", "image", "invoice.png", null, 1_234_567L, Attributes.NONE)))
            .build());
    messages.set(
        2,
        messages
            .get(2)
            .change()
            .delivery(Delivery.FAILED)
            .extras(Extras.with().failure("131026: Message undeliverable").build())
            .build());
    messages.set(
        3, messages.get(3).change().text(null).extras(Extras.with().deleted(true).build()).build());
    messages.set(4, messages.get(4).change().attributes(Attributes.NONE).build());
    messages.remove(5);
    messages.add(
        Samples.message("10", "2026-03-23T09:00:00Z", Role.AGENT, "Grace")
            .text("I am back from the weekend.\nAll is well now, I hope?")
            .build());
    messages.replaceAll(one -> one.change().number(0).build());
    Conversation is =
        was.change()
            .status("resolved")
            .assignee(Participant.of("15", "Tomás Rivera"))
            .priority(null)
            .summary(
                "A longer → summary, " + "of many words, ".repeat(8) + "which needs two lines.")
            .labels(List.of("billing", "refunded", "請求"))
            .attributes(
                Samples.attributes(
                    "inbox_id",
                    new Value.Numeral("2"),
                    "custom_attributes_of_the_shop",
                    Samples.attributes("order of the year", Samples.text("FF-20817"))))
            .updatedAt(Instant.parse("2026-03-23T09:00:00Z"))
            .messages(messages)
            .build();
    Meta meta =
        new Meta(
            complete(),
            3,
            "work",
            "chat.example.com",
            Instant.parse("2026-03-23T12:00:00Z"),
            List.of());
    return comparison(before, new Document(is, meta, before.glossary()));
  }

  @Test
  void longTextsShowWhatChangedInContext() throws IOException {
    String lines =
        IntStream.range(1, 31).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    Document before = one(lines);
    Document after = one(lines.replace("line 9\n", "line nine\n").replace("line 25\n", ""));

    Golden.check(
        "render/diff-context.txt",
        text(new Layout(80, ZoneOffset.UTC, false), comparison(before, after)));
  }

  private static Document one(String text) {
    return new Document(
        Conversation.of("crm")
            .id("c1")
            .messages(
                List.of(
                    Samples.message("1", "2026-03-15T08:00:00Z", Role.CUSTOMER, "Ada")
                        .text(text)
                        .build()))
            .build(),
        Samples.meta(complete()),
        Samples.nothing().glossary());
  }

  private static Completeness complete() {
    return new Completeness(true, null, List.of());
  }

  private static Comparison comparison(Document before, Document after) {
    return Comparison.of(new Side("archive/chatwoot-42", before), new Side(null, after));
  }

  private static String text(Layout layout, Comparison comparison) throws IOException {
    StringWriter out = new StringWriter();
    ComparisonText.write(out, layout, comparison);
    return out.toString();
  }

  private static String json(Comparison comparison) throws IOException {
    StringWriter out = new StringWriter();
    ComparisonJson.write(out, comparison);
    return out.toString();
  }
}
