package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convo.PublishedSchema;
import dev.convo.model.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks our output against docs/conversation.schema.json, as any other program would. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyDocumentIsWhatTheSchemaSays() throws IOException {
    for (Document document :
        List.of(Samples.everything(), Samples.selected(), Samples.nothing(), Samples.forger())) {
      assertThat(PublishedSchema.open().faults(written(document))).isEmpty();
    }
  }

  @Test
  void everyKeyWeWriteIsInTheSchema() throws IOException {
    PublishedSchema closed = PublishedSchema.closed();

    assertThat(closed.faults(written(Samples.everything()))).isEmpty();
    assertThat(closed.faults(written(Samples.selected()))).isEmpty();
  }

  @Test
  void everyMessageOnALineOfItsOwnIsWhatItsSchemaSays() throws IOException {
    Layout layout = new Layout(0, ZoneOffset.UTC, false);
    PublishedSchema closed = PublishedSchema.closed("message");

    for (Document document : List.of(Samples.everything(), Samples.forger())) {
      String lines = RendererTest.render(Format.MESSAGES, layout, document);
      assertThat(lines.lines()).hasSize(document.conversation().messages().size());
      for (String line : lines.split("\n", -1)) {
        assertThat(line.isEmpty() ? List.of() : closed.faults(line)).isEmpty();
      }
    }
  }

  @Test
  void bothSchemasDescribeTheSameMessage() throws IOException {
    JsonNode conversation = JSON.readTree(Path.of("docs/conversation.schema.json").toFile());
    JsonNode message = JSON.readTree(Path.of("docs/message.schema.json").toFile());

    conversation
        .at("/$defs/message/properties")
        .fields()
        .forEachRemaining(
            one ->
                assertThat(message.at("/properties").get(one.getKey())).isEqualTo(one.getValue()));
    message
        .at("/$defs")
        .fields()
        .forEachRemaining(
            one ->
                assertThat(conversation.at("/$defs").get(one.getKey())).isEqualTo(one.getValue()));
  }

  @Test
  void aKeyThatIsNotThereIsAFault() throws IOException {
    JsonNode document = written(Samples.everything());
    ((ObjectNode) document.at("/messages/0")).remove("delivery");

    assertThat(PublishedSchema.open().faults(document))
        .containsExactly("$.messages[0]: required property 'delivery' not found");
  }

  @Test
  void aKeyOfALaterReleaseIsNoFault() throws IOException {
    JsonNode document = written(Samples.everything());
    ((ObjectNode) document.at("/messages/0")).put("reactions", 3);

    assertThat(PublishedSchema.open().faults(document)).isEmpty();
  }

  @Test
  void aWrongTypeIsAFault() throws IOException {
    JsonNode document = written(Samples.everything());
    ((ObjectNode) document).put("id", 42);
    ((ObjectNode) document.at("/messages/0")).put("role", "robot");
    ((ObjectNode) document.at("/messages/1")).put("at", "2026-03-15T08:00:00Z");

    assertThat(PublishedSchema.open().faults(document)).hasSize(3);
  }

  private static JsonNode written(Document document) throws IOException {
    Layout layout = new Layout(0, ZoneOffset.UTC, false);
    return JSON.readTree(RendererTest.render(Format.JSONL, layout, document));
  }
}
