package dev.convo.diff;

import java.util.Locale;

/** What can differ in a conversation or a message: the top-level keys of its JSON. */
public enum Field {
  STATUS,
  PRIORITY,
  ASSIGNEE,
  SUBJECT,
  SUMMARY,
  OUTCOME,
  LABELS,
  CUSTOMER,
  CHANNEL,
  URL,
  CREATED_AT,
  UPDATED_AT,
  LAST_MESSAGE_AT,
  META,
  DELIVERY,
  FAILURE,
  VISIBILITY,
  ROLE,
  AUTHOR,
  AT,
  EDITED_AT,
  DELETED,
  REPLY_TO,
  CONTENT_TYPE,
  TEXT,
  MAIL,
  CALL,
  ANSWERS,
  OFFERED,
  ATTACHMENTS,
  ATTRIBUTES;

  /** The key in JSON, such as {@code edited_at}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
