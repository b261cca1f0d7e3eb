package dev.convo.model;

/** Who speaks in a message. */
public enum Role {
  CUSTOMER,
  AGENT,
  BOT,
  /** The platform itself: an assignment, a change of status. */
  SYSTEM,
  /** The platform does not say. */
  UNKNOWN
}
