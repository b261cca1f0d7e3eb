package dev.convo.source;

import dev.convo.archive.Documents;
import dev.convo.failure.Failure;
import dev.convo.http.Calls;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A platform's answers to its documented call, as {@code -o raw} writes them. */
final class RawFile implements Supplier<Optional<Batch.Item<Supplier<Document>>>> {
  private static final URI NOWHERE = URI.create("http://localhost");

  private final String name;
  private final InputStream in;
  private final Documents bodies;
  private final Provider provider;

  /**
   * A stream of them, closed after the last.
   *
   * @param name for failures: {@code standard input}
   */
  RawFile(String name, InputStream in, Provider provider) {
    this.name = name;
    this.in = in;
    this.bodies = new Documents(in);
    this.provider = provider;
  }

  @Override
  public Optional<Batch.Item<Supplier<Document>>> get() {
    try {
      Optional<InputStream> body = bodies.next();
      if (body.isEmpty()) {
        in.close();
        return Optional.empty();
      }
      byte[] bytes = body.get().readAllBytes();
      return Optional.of(Batch.Item.of(() -> document(bytes)));
    } catch (Failure noObject) {
      return failed("it is not a JSON object");
    } catch (IOException e) {
      return failed("it cannot be read");
    }
  }

  private Optional<Batch.Item<Supplier<Document>>> failed(String why) {
    return Optional.of(Batch.Item.failed(failure(why)));
  }

  private Document document(byte[] body) {
    Query query = new Query(Query.ANY, NOWHERE, settings(), true);
    try {
      Found found = provider.conversation(query, calls(query, body));
      Meta meta = new Meta(found.completeness(), 0, null, "", null, List.of());
      // The answer does not say which account or server it is from.
      Conversation.Builder conversation = found.conversation().change().url(null);
      if (Query.ANY.equals(found.conversation().id())) {
        conversation.id(null);
      }
      return new Document(conversation.build(), meta, provider.descriptor().glossary());
    } catch (Failure failure) {
      String purpose = provider.opening(query).get(0).purpose() + ": ";
      throw failure(failure.message().replace(purpose, ""))
          .with(failure.details().completed(provider.descriptor().name(), null, null, null));
    }
  }

  /** Placeholders: these requests are never sent. */
  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    for (Setting setting : provider.descriptor().settings()) {
      if (setting instanceof Setting.Text || setting instanceof Setting.WholeNumber) {
        settings.put(setting.key(), setting.example());
      }
    }
    return settings;
  }

  private Calls calls(Query query, byte[] body) {
    Request documented = provider.opening(query).get(0);
    return Calls.offline(
        request -> {
          if (!request.equals(documented)) {
            throw Failure.badAnswer("the answer to the documented call holds no other messages");
          }
          return new Reply(200, Headers.NONE, new ByteArrayInputStream(body), () -> {});
        });
  }

  private Failure failure(String why) {
    return Failure.badAnswer(name + ": " + why, "--as names the platform that it is from");
  }
}
