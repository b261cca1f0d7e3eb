package dev.convo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of any platform. What the platform did not send is null or an empty list; status
 * and channel are its own words.
 *
 * @param provider the provider's name, such as {@code chatwoot}
 * @param url where a person can open it
 * @param messages numbered, by time; those of the same time, or without one, in the platform's
 *     order
 * @param attributes what the model has no place for, in the platform's nesting
 */
public record Conversation(
    String provider,
    @Nullable String id,
    @Nullable String url,
    @Nullable String status,
    @Nullable String channel,
    @Nullable String subject,
    @Nullable String summary,
    @Nullable String outcome,
    @Nullable String priority,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant lastMessageAt,
    @Nullable Participant customer,
    @Nullable Participant assignee,
    List<String> labels,
    Attributes attributes,
    List<Message> messages) {

  public Conversation {
    labels = List.copyOf(labels);
    messages = List.copyOf(messages);
  }

  /** Starts a conversation of which only the provider is known. */
  public static Builder of(String provider) {
    return new Builder(provider);
  }

  public Builder change() {
    Builder to = new Builder(provider);
    to.id = id;
    to.url = url;
    to.status = status;
    to.channel = channel;
    to.subject = subject;
    to.summary = summary;
    to.outcome = outcome;
    to.priority = priority;
    to.createdAt = createdAt;
    to.updatedAt = updatedAt;
    to.lastMessageAt = lastMessageAt;
    to.customer = customer;
    to.assignee = assignee;
    to.labels = labels;
    to.attributes = attributes;
    to.messages = messages;
    return to;
  }

  /** A conversation that is being read. */
  public static final class Builder {
    private final String provider;
    private @Nullable String id;
    private @Nullable String url;
    private @Nullable String status;
    private @Nullable String channel;
    private @Nullable String subject;
    private @Nullable String summary;
    private @Nullable String outcome;
    private @Nullable String priority;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private @Nullable Instant lastMessageAt;
    private @Nullable Participant customer;
    private @Nullable Participant assignee;
    private List<String> labels = List.of();
    private Attributes attributes = Attributes.NONE;
    private List<Message> messages = List.of();

    private Builder(String provider) {
      this.provider = provider;
    }

    public Builder id(@Nullable String to) {
      id = to;
      return this;
    }

    public Builder url(@Nullable String to) {
      url = to;
      return this;
    }

    public Builder status(@Nullable String to) {
      status = to;
      return this;
    }

    public Builder channel(@Nullable String to) {
      channel = to;
      return this;
    }

    public Builder subject(@Nullable String to) {
      subject = to;
      return this;
    }

    public Builder summary(@Nullable String to) {
      summary = to;
      return this;
    }

    public Builder outcome(@Nullable String to) {
      outcome = to;
      return this;
    }

    public Builder priority(@Nullable String to) {
      priority = to;
      return this;
    }

    public Builder createdAt(@Nullable Instant to) {
      createdAt = to;
      return this;
    }

    public Builder updatedAt(@Nullable Instant to) {
      updatedAt = to;
      return this;
    }

    public Builder lastMessageAt(@Nullable Instant to) {
      lastMessageAt = to;
      return this;
    }

    public Builder customer(@Nullable Participant to) {
      customer = to;
      return this;
    }

    public Builder assignee(@Nullable Participant to) {
      assignee = to;
      return this;
    }

    public Builder labels(List<String> to) {
      labels = to;
      return this;
    }

    public Builder attributes(Attributes to) {
      attributes = to;
      return this;
    }

    /**
     * Sets the messages, in the platform's order; {@link #build} sorts and numbers them. If they
     * are numbered and sorted already, they keep their numbers: some may have been left out since.
     */
    public Builder messages(List<Message> to) {
      messages = to;
      return this;
    }

    /** The conversation, with its messages in order; their last time is the default for its own. */
    public Conversation build() {
      boolean known = isInOrder(messages) && messages.stream().allMatch(one -> one.number() > 0);
      List<Message> ordered = known ? messages : numbered(inOrder(messages));
      Instant last = lastMessageAt;
      for (Message message : last == null ? ordered : List.<Message>of()) {
        last = message.at() == null ? last : message.at();
      }
      return new Conversation(
          provider,
          id,
          url,
          status,
          channel,
          subject,
          summary,
          outcome,
          priority,
          createdAt,
          updatedAt,
          last,
          customer,
          assignee,
          labels,
          attributes,
          ordered);
    }

    /** Numbers the messages; one that already has its number stays the same object. */
    private static List<Message> numbered(List<Message> messages) {
      List<Message> numbered = new ArrayList<>(messages);
      for (int i = 0; i < numbered.size(); i++) {
        Message message = numbered.get(i);
        if (message.number() != i + 1) {
          numbered.set(i, message.change().number(i + 1).build());
        }
      }
      return numbered;
    }

    private static boolean isInOrder(List<Message> messages) {
      Instant latest = Instant.MIN;
      for (Message message : messages) {
        if (message.at() != null) {
          if (message.at().isBefore(latest)) {
            return false;
          }
          latest = message.at();
        }
      }
      return true;
    }

    /** Sorts by time; a message without one stays behind the message before it. */
    private static List<Message> inOrder(List<Message> messages) {
      if (isInOrder(messages)) {
        return messages;
      }
      record Timed(Instant at, Message message) {}
      List<Timed> timed = new ArrayList<>(messages.size());
      Instant latest = Instant.MIN;
      for (Message message : messages) {
        latest = message.at() == null ? latest : message.at();
        timed.add(new Timed(latest, message));
      }
      timed.sort(Comparator.comparing(Timed::at));
      return timed.stream().map(Timed::message).toList();
    }
  }
}
