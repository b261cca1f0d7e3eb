package dev.convo.model;

/** Whether the customer could see a message. Doubt is never resolved towards public. */
public enum Visibility {
  PUBLIC,
  PRIVATE
}
