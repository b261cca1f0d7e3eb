package dev.convo.provider;

import dev.convo.failure.Failure;
import dev.convo.http.Calls;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One platform. Shared by all conversations of a run; keeps no state, sees no secret and no
 * terminal.
 */
public interface Provider extends Refusal.Explain {
  /**
   * A conversation as far as it was obtained.
   *
   * @param missing why something that was requested is missing; null if nothing is
   */
  record Found(Conversation conversation, Completeness completeness, @Nullable Failure missing) {}

  /** The facts: name, hosts, credentials, settings, the forms of ids and links. */
  Descriptor descriptor();

  /** The first requests, the documented call first; all can be sent at once. Pure. */
  List<Request> opening(Query query);

  /**
   * Fetches one conversation.
   *
   * @throws dev.convo.failure.Failure whatever the documented call failed with; BAD_ANSWER if its
   *     answer cannot be understood. A failure of another call is {@link Found#missing}.
   */
  Found conversation(Query query, Calls calls);

  /**
   * Whether a public message of this platform reached its customer, or may have. Only asked about
   * messages that neither failed nor stayed unsent; a platform that says more overrides it.
   */
  default boolean mayHaveReached(Message message) {
    return true;
  }
}
