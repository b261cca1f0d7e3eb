package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.model.Participant;
import dev.convo.provider.PersonMembers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The people and bots of one conversation, each kept once. */
final class People {
  private static final PersonMembers CUSTOMER =
      new PersonMembers("id", "name", "email", "phone_number");
  private static final PersonMembers ASSIGNEE = new PersonMembers("id", "name", "email", null);
  private static final PersonMembers AUTHOR = new PersonMembers("id", "name", null, null);

  private final Map<Participant, Participant> known = new ConcurrentHashMap<>();

  @Nullable Participant customer(Fields in) {
    return once(CUSTOMER.read(in));
  }

  @Nullable Participant assignee(Fields in) {
    return once(ASSIGNEE.read(in));
  }

  @Nullable Participant author(Fields in) {
    return once(AUTHOR.read(in));
  }

  private @Nullable Participant once(@Nullable Participant person) {
    if (person == null) {
      return null;
    }
    Participant before = known.putIfAbsent(person, person);
    return before == null ? person : before;
  }
}
