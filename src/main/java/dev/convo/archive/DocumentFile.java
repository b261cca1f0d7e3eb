package dev.convo.archive;

import dev.convo.failure.Failure;
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
 * The conversations in a stream that convo wrote as {@code json}, {@code jsonl} or {@code
 * messages}. Messages of one conversation that follow each other become one document.
 */
public final class DocumentFile {
  private final String name;
  private final InputStream in;
  private final Documents objects;
  private @Nullable Read ahead;

  /** The next object, or why it cannot be read; neither at the end of the stream. */
  private record Read(DocumentText.@Nullable Part part, @Nullable Failure failure) {
    /** The next object, if it is a single message of this conversation. */
    @Nullable Document moreOf(Conversation first) {
      if (part == null || !part.alone()) {
        return null;
      }
      Conversation other = part.document().conversation();
      boolean same =
          first.provider().equals(other.provider()) && Objects.equals(first.id(), other.id());
      return same ? part.document() : null;
    }
  }

  /**
   * The conversations in a stream, which is closed after the last.
   *
   * @param name for failures: {@code standard input}
   */
  public DocumentFile(String name, InputStream in) {
    this.name = name;
    this.in = in;
    this.objects = new Documents(in);
  }

  /**
   * The next conversation; empty after the last. May wait for the stream.
   *
   * @throws Failure BAD_ANSWER if convo did not write it; more may follow
   */
  public Optional<Document> next() {
    Read read = ahead == null ? read() : ahead;
    ahead = null;
    if (read.failure() != null) {
      throw read.failure();
    }
    DocumentText.Part part = read.part();
    if (part == null) {
      close();
      return Optional.empty();
    }
    return Optional.of(part.alone() ? withThoseThatFollow(part.document()) : part.document());
  }

  /** The conversation of a message, including those that follow. */
  private Document withThoseThatFollow(Document first) {
    Conversation conversation = first.conversation();
    List<Message> messages = new ArrayList<>(conversation.messages());
    Read next = read();
    for (Document more = next.moreOf(conversation);
        more != null;
        more = next.moreOf(conversation)) {
      messages.addAll(more.conversation().messages());
      next = read();
    }
    ahead = next;
    return new Document(
        conversation.change().messages(messages).build(), first.meta(), first.glossary());
  }

  private Read read() {
    try {
      Optional<InputStream> object = objects.next();
      return new Read(object.map(DocumentText::read).orElse(null), null);
    } catch (Failure failure) {
      String message = name + ": " + DocumentText.ofFile(failure);
      return new Read(null, new Failure(failure.kind(), message, failure.hint()));
    } catch (IOException e) {
      return new Read(null, Failure.badAnswer(name + ": it cannot be read"));
    }
  }

  private void close() {
    try {
      in.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
