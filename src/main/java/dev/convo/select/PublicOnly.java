package dev.convo.select;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the customer could see of a conversation, and nothing doubtful. The document is built
 * anew from the few facts to keep: whatever the model gains later is left out until it is named
 * here.
 */
public final class PublicOnly {
  private static final String BESIDES =
      "the link, priority, labels, summary, outcome, all attributes, the ids of people, the agent's"
          + " e-mail address and the request ids";

  private PublicOnly() {}

  /**
   * The document with only those messages that are certainly public, and without anything that may
   * quote the others.
   *
   * @param reached whether a message may have reached the customer, as far as only the platform's
   *     provider can tell
   */
  public static Document of(Document document, Predicate<Message> reached) {
    Conversation whole = document.conversation();
    List<Message> seen = new ArrayList<>();
    Set<@Nullable String> ids = new HashSet<>();
    Map<String, Integer> hidden = new LinkedHashMap<>();
    for (Message message : whole.messages()) {
      String why = why(message, reached);
      if (why == null) {
        seen.add(message);
        ids.add(message.id());
      } else {
        hidden.merge(why, 1, Integer::sum);
      }
    }
    seen.replaceAll(message -> bare(message, ids));
    Conversation conversation =
        Conversation.of(whole.provider())
            .id(whole.id())
            .status(whole.status())
            .channel(whole.channel())
            .subject(whole.subject())
            .createdAt(whole.createdAt())
            .updatedAt(whole.updatedAt())
            .customer(customer(whole.customer()))
            .assignee(nameOnly(whole.assignee()))
            .messages(seen)
            .build();
    Glossary all = document.glossary();
    return new Document(
        conversation,
        noting(document, seen.size(), hidden),
        new Glossary(List.of(), all.channels(), all.finalStatuses()));
  }

  /** Why a message is left out; null if it is not. */
  private static @Nullable String why(Message message, Predicate<Message> reached) {
    if (message.role() == Role.SYSTEM) {
      return "system";
    }
    if (message.role() == Role.UNKNOWN) {
      return "of an unknown writer";
    }
    if (message.visibility() != Visibility.PUBLIC) {
      return "private";
    }
    if (message.delivery() == Delivery.UNSENT) {
      return "not sent";
    }
    if (message.delivery() == Delivery.FAILED) {
      return "failed";
    }
    if (message.deleted()) {
      return "deleted";
    }
    return reached.test(message) ? null : "deleted or not known to be sent";
  }

  /** Of the notes, only those about missing messages stay: others may quote what is left out. */
  private static Meta noting(Document document, int seen, Map<String, Integer> hidden) {
    Meta meta = document.meta();
    Completeness was = meta.completeness();
    List<Note> notes =
        was.notes().stream().filter(Note::reason).collect(Collectors.toCollection(ArrayList::new));
    notes.add(new Note("public_only", "only what the customer could see: " + leftOut(hidden)));
    return new Meta(
        new Completeness(was.complete(), null, notes),
        meta.requests(),
        meta.profile(),
        meta.host(),
        meta.fetchedAt(),
        List.of(),
        new Selection(seen, document.count(), List.of(Selection.PUBLIC_ONLY)));
  }

  private static String leftOut(Map<String, Integer> hidden) {
    int count = hidden.values().stream().mapToInt(Integer::intValue).sum();
    String reasons =
        hidden.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
    return "left out "
        + (count == 0 ? "no message" : count == 1 ? "1 message" : count + " messages")
        + (count == 0 ? "" : reasons)
        + ", and "
        + BESIDES;
  }

  private static Message bare(Message message, Set<@Nullable String> seen) {
    List<Attachment> attachments =
        message.attachments().stream().map(one -> one.withAttributes(Attributes.NONE)).toList();
    return Message.of(message.id())
        .number(message.number())
        .at(message.at())
        .role(message.role())
        .author(nameOnly(message.author()))
        .text(message.text())
        .html(message.html())
        .contentType(message.contentType())
        .visibility(message.visibility())
        .delivery(message.delivery())
        .attachments(attachments)
        .extras(bare(message.extras(), seen))
        .build();
  }

  /**
   * Leaves out calls, blind copies, the values behind offers, and references to hidden messages.
   */
  private static Extras bare(Extras extras, Set<@Nullable String> seen) {
    Extras.Mail mail = extras.mail();
    return Extras.with()
        .editedAt(extras.editedAt())
        .replyTo(seen.contains(extras.replyTo()) ? extras.replyTo() : null)
        .mail(
            mail == null
                ? null
                : new Extras.Mail(
                    mail.subject(), mail.from(), mail.to(), mail.cc(), List.of(), mail.autoReply()))
        .answers(extras.answers())
        .offered(
            extras.offered().stream()
                .map(offer -> new Extras.Offer(offer.title(), null, offer.url()))
                .toList())
        .build();
  }

  private static @Nullable Participant customer(@Nullable Participant person) {
    return person == null
        ? null
        : Participant.of(null, person.name(), person.email(), person.phone(), Attributes.NONE);
  }

  private static @Nullable Participant nameOnly(@Nullable Participant person) {
    return person == null ? null : Participant.of(null, person.name());
  }
}
