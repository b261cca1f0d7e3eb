package dev.convo.provider;

import dev.convo.json.Fields;
import dev.convo.model.Participant;
import org.jspecify.annotations.Nullable;

/**
 * The members of a platform's object for a person; null for one that it does not have, or whose
 * value stays in the attributes.
 */
public record PersonMembers(
    @Nullable String id, @Nullable String name, @Nullable String email, @Nullable String phone) {
  /** Reads a person; null where the object says nothing. */
  public @Nullable Participant read(Fields in) {
    String foundId = null;
    String foundName = null;
    String foundEmail = null;
    String foundPhone = null;
    while (in.next()) {
      String member = in.name();
      if (member.equals(id)) {
        foundId = in.id();
      } else if (member.equals(name)) {
        foundName = in.text();
      } else if (member.equals(email)) {
        foundEmail = in.text();
      } else if (member.equals(phone)) {
        foundPhone = in.text();
      } else {
        in.keep();
      }
    }
    return Participant.of(foundId, foundName, foundEmail, foundPhone, in.rest());
  }
}
