package dev.convo.model;

/**
 * What a renderer shows: a conversation, how it was fetched, and what its provider says about its
 * own words.
 */
public record Document(Conversation conversation, Meta meta, Glossary glossary) {
  /** How many messages there are, with those that a selection has left out. */
  public int count() {
    Selection selection = meta.selection();
    return selection == null ? conversation.messages().size() : selection.of();
  }
}
