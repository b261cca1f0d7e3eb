package dev.convo.model;

/**
 * What a renderer shows: a conversation, how it was fetched, and what its provider says about its
 * own words.
 */
public record Document(Conversation conversation, Meta meta, Glossary glossary) {}
