package dev.convo.model;

import java.util.List;

/**
 * What a renderer shows: a conversation, how it was fetched, and which of its attributes people
 * want to see.
 */
public record Document(Conversation conversation, Meta meta, List<Shown> shown) {
  public Document {
    shown = List.copyOf(shown);
  }
}
