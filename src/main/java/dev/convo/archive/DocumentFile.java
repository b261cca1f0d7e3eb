package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
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
    if (read.part() instanceof DocumentText.Whole whole) {
      return whole.document();
    }
    return conversation((DocumentText.Line) Objects.requireNonNull(read.part()));
  }

  private Document conversation(DocumentText.Line first) {
    List<Message> messages = new ArrayList<>(List.of(first.message()));
    Read next = peek();
    while (next != null && next.part() instanceof DocumentText.Line line && line.isWith(first)) {
      messages.add(line.message());
      take();
      next = peek();
    }
    Note doubt =
        Note.reason("messages_alone", "a file of messages does not say whether these are all");
    Meta meta =
        new Meta(new Completeness(null, null, List.of(doubt)), 0, null, "", null, List.of());
    Conversation conversation =
        Conversation.of(first.provider()).id(first.conversation()).messages(messages).build();
    return new Document(conversation, meta, Glossary.NONE);
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
