package dev.convo.select;

import dev.convo.insight.Insight;
import dev.convo.model.Delivery;
import dev.convo.model.Message;
import dev.convo.model.Role;
import java.util.Locale;
import java.util.function.Predicate;

/** The properties of messages that {@code --only} and {@code --without} take. */
public enum Trait {
  NOTES(Insight::isNote),
  SYSTEM(message -> message.role() == Role.SYSTEM),
  FAILED(message -> message.delivery() == Delivery.FAILED),
  UNSENT(message -> message.delivery() == Delivery.UNSENT),
  DELETED(Message::deleted),
  ATTACHMENTS(message -> !message.attachments().isEmpty()),
  CALLS(message -> message.extras().call() != null),
  MAIL(message -> message.extras().mail() != null);

  @SuppressWarnings("ImmutableEnumChecker") // None of these lambdas captures anything.
  private final Predicate<Message> test;

  Trait(Predicate<Message> test) {
    this.test = test;
  }

  boolean of(Message message) {
    return test.test(message);
  }

  /** The word people type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
