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

/** The schemas in docs, as anybody else's program would read them. */
public final class PublishedSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PUBLISHED_AT = "https://github.com/convo-cli/convo/blob/main/docs/";

  private final JsonSchema schema;

  private PublishedSchema(JsonNode schema) {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            // Nothing is fetched: the copies beside it are meant.
            builder ->
                builder.schemaMappers(
                    mappers -> mappers.mapPrefix(PUBLISHED_AT, Path.of("docs").toUri() + "/")));
    this.schema = factory.getSchema(schema);
  }

  /** The conversation's, as it is published. */
  public static PublishedSchema open() throws IOException {
    return open("conversation");
  }

  /** The schema of this name, as it is published. */
  public static PublishedSchema open(String name) throws IOException {
    return new PublishedSchema(published(name));
  }

  /** The same, and keys it does not name are faults, but in attributes, which name nothing. */
  public static PublishedSchema closed() throws IOException {
    return closed("conversation");
  }

  /** The same of the schema of this name. */
  public static PublishedSchema closed(String name) throws IOException {
    JsonNode closed = published(name);
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

  private static JsonNode published(String name) throws IOException {
    return JSON.readTree(Files.readString(Path.of("docs", name + ".schema.json")));
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(PublishedSchema::close);
  }
}
