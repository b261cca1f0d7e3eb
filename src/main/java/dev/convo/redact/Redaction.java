package dev.convo.redact;

import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what identifies people in one document after the other: the same value has the same
 * pseudonym in all. Documents must come in the order in which they are shown, because pseudonyms
 * are counted.
 *
 * <p>{@link People} finds out who is in a conversation, {@link Walk} takes every text to {@link
 * Texts}, which searches it for each kind of {@link Sensitive} value, and {@link Pseudonyms} names
 * the replacements.
 */
public final class Redaction {
  private final EnumSet<Sensitive> kinds;
  private final Pseudonyms pseudonyms;

  private Texts texts;

  /** The next document before anything was left out of it. */
  private @Nullable Conversation whole;

  /**
   * Replaces these kinds.
   *
   * @param key with which all runs make the same pseudonyms; null to count them
   */
  public Redaction(Set<Sensitive> kinds, byte @Nullable [] key) {
    this.kinds = EnumSet.copyOf(kinds);
    this.pseudonyms = new Pseudonyms(key);
    this.texts = new Texts(this.kinds, pseudonyms, new Names(), new Phones(List.of()));
  }

  /**
   * Learns who is in a document before a part of it is left out: the rest may name them.
   *
   * @return the document
   */
  public synchronized Document meet(Document document) {
    whole = document.conversation();
    return document;
  }

  /** The document without the original values. */
  public synchronized Document of(Document document) {
    Meta meta = document.meta();
    List<Conversation> versions =
        whole == null ? List.of(document.conversation()) : List.of(whole, document.conversation());
    whole = null;
    People people = new People(versions, meta.host(), pseudonyms);
    texts = new Texts(kinds, pseudonyms, people.names(), new Phones(people.phones()));
    Walk walk = new Walk(texts, people);
    Conversation conversation = walk.conversation(document.conversation());
    Meta redacted = walk.meta(meta);
    return new Document(conversation, redacted.withNote(note()), document.glossary());
  }

  /** Redacts a text about the last document, such as an error. */
  public synchronized String line(String text) {
    return texts.text(text);
  }

  private Note note() {
    String counts = texts.counts();
    return new Note(
        "redacted",
        "redacted: "
            + (counts.isEmpty() ? "nothing was found" : counts)
            + "; names that only a text mentions, and what pictures and recordings show, are"
            + " not recognised");
  }
}
