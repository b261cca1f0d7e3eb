package dev.convo.render;

import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The heads of a conversation's mails: what differs from the mail before. */
final class MailHeads {
  /** The last mail of each side: in a reply, senders and recipients trade places. */
  private final Map<Role, Extras.Mail> last = new EnumMap<>(Role.class);

  private String subject;

  /** Begins with the subject in the conversation's header. */
  MailHeads(@Nullable String subject) {
    this.subject = bare(subject);
  }

  /** Adds what is new in this mail. */
  void head(Message message, Extras.Mail now, FactLines facts) {
    Extras.Mail before = last.put(message.role(), now);
    people("from", now.from(), before == null ? List.of() : before.from(), facts);
    people("to", now.to(), before == null ? List.of() : before.to(), facts);
    people("cc", now.cc(), before == null ? List.of() : before.cc(), facts);
    if (now.cc().isEmpty() && before != null && !before.cc().isEmpty()) {
      facts.add("", "cc: nobody");
    }
    people("bcc", now.bcc(), before == null ? List.of() : before.bcc(), facts);
    if (now.subject() != null && !bare(now.subject()).equals(subject)) {
      subject = bare(now.subject());
      facts.add("subject: ", now.subject());
    }
    if (Boolean.TRUE.equals(now.autoReply())) {
      facts.add("", "automatic reply");
    }
  }

  private static void people(String label, List<String> now, List<String> before, FactLines facts) {
    if (!now.isEmpty() && !now.equals(before)) {
      facts.add(label + ": ", String.join(", ", now));
    }
  }

  /** Without {@code Re:}: a reply's subject says nothing new. */
  private static String bare(@Nullable String subject) {
    String bare = subject == null ? "" : subject.strip();
    while (bare.regionMatches(true, 0, "re:", 0, 3)) {
      bare = bare.substring(3).stripLeading();
    }
    return bare;
  }
}
