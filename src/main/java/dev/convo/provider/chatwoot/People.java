package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.model.Participant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The people and bots of one conversation, each kept once. */
final class People {
  private final Map<Participant, Participant> known = new ConcurrentHashMap<>();

  @Nullable Participant customer(Fields in) {
    return person(in, true, true);
  }

  @Nullable Participant assignee(Fields in) {
    return person(in, true, false);
  }

  @Nullable Participant author(Fields in) {
    return person(in, false, false);
  }

  private @Nullable Participant person(Fields in, boolean withEmail, boolean withPhone) {
    String id = null;
    String name = null;
    String email = null;
    String phone = null;
    while (in.next()) {
      if (in.name().equals("id")) {
        id = in.id();
      } else if (in.name().equals("name")) {
        name = in.text();
      } else if (withEmail && in.name().equals("email")) {
        email = in.text();
      } else if (withPhone && in.name().equals("phone_number")) {
        phone = in.text();
      } else {
        in.keep();
      }
    }
    Participant person = Participant.of(id, name, email, phone, in.rest());
    if (person == null) {
      return null;
    }
    Participant before = known.putIfAbsent(person, person);
    return before == null ? person : before;
  }
}
