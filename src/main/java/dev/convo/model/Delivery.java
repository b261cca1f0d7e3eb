package dev.convo.model;

/** How far a message got. Doubt is never resolved towards sent. */
public enum Delivery {
  /** It came from the customer. */
  RECEIVED,
  SENT,
  DELIVERED,
  READ,
  FAILED,
  /** It never left: a draft or a failure, the platform does not say which. */
  UNSENT,
  /** The platform does not say. */
  UNKNOWN
}
