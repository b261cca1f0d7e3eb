package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of a stream that convo has written as {@code json}, {@code jsonl} or {@code
 * messages}, one after the other. Messages of one conversation that follow each other are one.
 */
public final class DocumentFile implements AutoCloseable {
  private final String name;
  private final InputStream in;
  private final Documents parts;
  private @Nullable Read ahead;
  private boolean over;

  /** The next object, or why it cannot be read. */
  private record Read(DocumentText.@Nullable Part part, @Nullable Failure failure) {}

  /**
   * The conversations of a stream.
   *
   * @param name for failures: {@code standard input}
   */
  public DocumentFile(String name, InputStream in) {
    this.name = name;
    this.in = in;
    this.parts = new Documents(in);
  }

  /** Whether another conversation, or a failure, comes; may wait for the stream. */
  public boolean hasNext() {
    return peek() != null;
  }

  /**
   * The next conversation.
   *
   * @throws Failure BAD_ANSWER if convo has not written it; others may follow
   */
  public Document next() {
    Read read = take();
    if (read.failure() != null) {
      throw read.failure();
    }
    DocumentText.Part first = Objects.requireNonNull(read.part());
    return first.alone() ? withThoseThatFollow(first.document()) : first.document();
  }

  /** The conversation of a single message, with the messages behind it that are of the same one. */
  private Document withThoseThatFollow(Document first) {
    Conversation conversation = first.conversation();
    List<Message> messages = new ArrayList<>(conversation.messages());
    Document next = alone();
    while (next != null && isSame(conversation, next.conversation())) {
      messages.addAll(next.conversation().messages());
      take();
      next = alone();
    }
    return new Document(
        conversation.change().messages(messages).build(), first.meta(), first.glossary());
  }

  private static boolean isSame(Conversation one, Conversation other) {
    return one.provider().equals(other.provider()) && Objects.equals(one.id(), other.id());
  }

  /** The next object, if it is a single message. */
  private @Nullable Document alone() {
    Read next = peek();
    DocumentText.Part part = next == null ? null : next.part();
    return part != null && part.alone() ? part.document() : null;
  }

  private Read take() {
    Read read = Objects.requireNonNull(peek());
    ahead = null;
    return read;
  }

  private @Nullable Read peek() {
    if (ahead == null && !over) {
      ahead = read();
      over |= ahead == null;
    }
    return ahead;
  }

  private @Nullable Read read() {
    Optional<InputStream> part;
    try {
      part = parts.next();
    } catch (Failure failure) {
      return last(failure);
    } catch (IOException e) {
      return last(new Failure(Kind.BAD_ANSWER, "it cannot be read", null));
    }
    if (part.isEmpty()) {
      return null;
    }
    try {
      return new Read(DocumentText.read(part.get()), null);
    } catch (Failure failure) {
      return new Read(null, named(failure));
    }
  }

  /** After a fault there is no telling where the next one begins. */
  private Read last(Failure failure) {
    over = true;
    return new Read(null, named(failure));
  }

  private Failure named(Failure failure) {
    String message = name + ": " + DocumentText.ofFile(failure);
    return new Failure(failure.kind(), message, failure.hint());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
