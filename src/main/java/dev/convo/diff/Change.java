package dev.convo.diff;

import dev.convo.model.Message;
import java.util.List;

/** What happened to a message between the two documents. */
public sealed interface Change {
  /** Why a message is in one document only. */
  enum Absence {
    /** The other document is complete: the message was not there. */
    CERTAIN,
    /** The other document may lack messages, this one among them. */
    NOT_COMPLETE,
    /** The other document has the message, but an option leaves it out. */
    LEFT_OUT
  }

  /** It is in the new document only; absent from the old one for this reason. */
  record Added(Message after, Absence absence) implements Change {}

  /** It is in the old document only; absent from the new one for this reason. */
  record Gone(Message before, Absence absence) implements Change {}

  /** It is different. */
  record Changed(Message before, Message after, List<Difference> differences) implements Change {
    public Changed {
      differences = List.copyOf(differences);
    }

    /** Whether the platform now says that it was deleted. */
    public boolean deleted() {
      return after.deleted() && !before.deleted();
    }
  }
}
