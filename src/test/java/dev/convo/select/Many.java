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
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Conversations and choices of all kinds, the same for the same seed. */
final class Many {
  static final Instant NOON = Instant.parse("2026-03-16T12:00:00Z");
  private static final List<String> WORDS = List.of("crack", "Lamp", "refund", "", "a b", "x");

  private final Random random;

  Many(long seed) {
    this.random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <E extends Enum<E>> E one(E[] of) {
    return of[random.nextInt(of.length)];
  }

  private boolean seldom() {
    return random.nextInt(4) == 0;
  }

  /** Up to forty messages, some at one time, some without. */
  Document document() {
    List<Message> messages = new ArrayList<>();
    Instant at = NOON;
    for (int i = random.nextInt(40); i > 0; i--) {
      at = at.plusSeconds(random.nextInt(3) * 30L);
      Extras.Builder extras = Extras.with();
      if (seldom()) {
        extras.call(new Extras.Call("ended", 3L, null, one(WORDS)));
      }
      messages.add(
          Message.of("id" + i)
              .at(seldom() ? null : at)
              .role(one(Role.values()))
              .author(seldom() ? null : Participant.of("p" + random.nextInt(3), one(WORDS)))
              .text(seldom() ? null : one(WORDS) + " " + one(WORDS))
              .visibility(one(Visibility.values()))
              .delivery(one(Delivery.values()))
              .attachments(
                  seldom()
                      ? List.of(new Attachment("a", "image", one(WORDS), null, 1L, Attributes.NONE))
                      : List.of())
              .extras(extras.build())
              .build());
    }
    return document(Conversation.of("test").id("42").messages(messages).build());
  }

  static Document document(Conversation conversation) {
    Meta meta =
        new Meta(new Completeness(true, null, List.of()), 1, null, "host", NOON, List.of(), null);
    return new Document(conversation, meta, Glossary.NONE);
  }

  /** Any options together. */
  Choice choice() {
    Choice.Span span =
        new Choice.Span(
            seldom() ? NOON.plusSeconds(random.nextInt(900)) : null,
            seldom() ? NOON.plusSeconds(random.nextInt(900)) : null,
            seldom() ? place() : null,
            seldom() ? place() : null,
            random.nextInt(8) == 0 ? place() : null,
            seldom() ? random.nextInt(20) : null,
            seldom() ? random.nextInt(20) : null);
    return new Choice(
        span,
        seldom() ? List.of(one(Role.values()), one(Role.values())) : List.of(),
        seldom() ? List.of("P1", one(WORDS)) : List.of(),
        seldom()
            ? new Choice.Match(
                new Grep(List.of(one(WORDS)), random.nextBoolean()), random.nextInt(4))
            : null,
        seldom() ? List.of(one(Trait.values()), one(Trait.values())) : List.of(),
        seldom() ? List.of(one(Trait.values())) : List.of(),
        List.of("--any"));
  }

  private Place place() {
    return Place.of(one(List.of("", "#", "id:id", "id")) + random.nextInt(45));
  }
}
