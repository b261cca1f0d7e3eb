package dev.convo.model;

/** A conversation, how it was fetched, and what its provider says about its words. */
public record Document(Conversation conversation, Meta meta, Glossary glossary) {
  /** How many messages there are, including those that a selection has left out. */
  public int count() {
    Selection selection = meta.selection();
    return selection == null ? conversation.messages().size() : selection.of();
  }

  /** Whether a selection has left messages out. */
  public boolean isPartial() {
    return meta.selection() != null && meta.selection().isPartial();
  }

  /** Whether only what the customer could see was kept: then nothing computed may be shown. */
  public boolean isPublicOnly() {
    return meta.selection() != null && meta.selection().isPublicOnly();
  }
}
