package dev.convo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** docs/conversation.schema.json, as anybody else's program would read it. */
public final class PublishedSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchema schema;

  private PublishedSchema(JsonNode schema) {
    this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }

  /** As it is published. */
  public static PublishedSchema open() throws IOException {
    return new PublishedSchema(published());
  }

  /** The same, and keys it does not name are faults, but in attributes, which name nothing. */
  public static PublishedSchema closed() throws IOException {
    JsonNode closed = published();
    close(closed);
    return new PublishedSchema(closed);
  }

  /** What is wrong with a document; empty if nothing is. */
  public List<String> faults(JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::getMessage).sorted().toList();
  }

  /** The same of a document as it is written. */
  public List<String> faults(String document) throws IOException {
    return faults(JSON.readTree(document));
  }

  private static JsonNode published() throws IOException {
    return JSON.readTree(Files.readString(Path.of("docs/conversation.schema.json")));
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(PublishedSchema::close);
  }
}
