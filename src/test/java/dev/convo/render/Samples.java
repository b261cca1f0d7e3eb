package dev.convo.render;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Shown;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations made up for the renderers' tests. */
final class Samples {
  private static final Participant ADA =
      new Participant(
          "7",
          "Ada Lovelace",
          "ada@example.com",
          "+44 20 7946 0000",
          attributes("plan", text("gold"), "seats", new Value.Numeral("3.50")));

  private Samples() {}

  /** One message of every kind, and every field filled. */
  static Document everything() {
    Conversation conversation =
        Conversation.of("chatwoot")
            .id("42")
            .url("https://chat.example.com/app/accounts/3/conversations/42")
            .subject("The invoice of March is wrong, and nobody can tell me why it is")
            .status("open")
            .channel("Channel::Email")
            .priority("high")
            .outcome("refunded")
            .summary("The customer was charged twice.\nThe second charge was refunded.")
            .createdAt(Instant.parse("2026-03-15T08:00:00Z"))
            .updatedAt(Instant.parse("2026-03-16T10:30:00.735Z"))
            .customer(ADA)
            .assignee(new Participant("14", "Grace", "grace@example.com", null, Attributes.NONE))
            .labels(List.of("billing", "übergroß", "請求"))
            .attributes(
                attributes(
                    "inbox_id",
                    new Value.Numeral("1"),
                    "team",
                    attributes("name", text("Second line")),
                    "muted",
                    new Value.Flag(false),
                    "custom",
                    attributes("plan", text("gold"), "empty", text(""), "since", text("2019")),
                    "attention",
                    new Value.Items(
                        List.of(
                            attributes(
                                "tenant",
                                text("t-1"),
                                "type",
                                text("escalation"),
                                "status",
                                text("open")),
                            attributes("tenant", text("t-1"), "type", text("human_requested")),
                            attributes("tenant", text("t-1"), "type", text(""))))))
            .messages(
                List.of(
                    message("1", "2026-03-15T08:00:00Z", Role.CUSTOMER, "Ada Lovelace")
                        .text("Hello!\n\nMy invoice is wrong:\n\t- charged twice\n\t- no answer")
                        .attach(
                            new Attachment(
                                "a1",
                                "image",
                                "invoice of march.png",
                                "https://files.example.com/rails/active_storage/blobs/redirect/eyJfcmFpbHMiOnsibWVzc2FnZSI6IkJBaHBBZz09/invoice.png",
                                1_234_567L,
                                attributes("width", new Value.Numeral("640"))))
                        .build(),
                    message("2", "2026-03-15T08:00:01Z", Role.SYSTEM, null)
                        .text("Assigned to Grace by Automation System")
                        .visibility(Visibility.PRIVATE)
                        .build(),
                    message("3", "2026-03-15T08:00:07Z", Role.BOT, "Captain")
                        .text("Thank you 👍🏽 one of us will be with you soon. 担当者がすぐにご連絡いたします。")
                        .delivery(Delivery.READ)
                        .build(),
                    message("4", "2026-03-15T21:59:59Z", Role.AGENT, "Grace Hopper née Murray")
                        .text("Twice indeed; I ask accounting before I answer.")
                        .visibility(Visibility.PRIVATE)
                        .build(),
                    message("5", "2026-03-15T23:30:00Z", Role.AGENT, "Grace")
                        .html(
                            "<div><p>Dear Ada,</p><p>the second charge is <b>refunded</b>, see"
                                + " <a href=\"https://pay.example.com/r/9\">the receipt</a>.</p>"
                                + "<ul><li>12&nbsp;EUR</li><li>VAT</li></ul></div>")
                        .delivery(Delivery.DELIVERED)
                        .build(),
                    message("6", "2026-03-16T09:00:00Z", Role.BOT, null)
                        .text("Draft: shall I close this conversation?")
                        .delivery(Delivery.UNSENT)
                        .build(),
                    message("7", "2026-03-16T09:01:00Z", Role.AGENT, "Grace")
                        .text("Is there anything else?")
                        .delivery(Delivery.FAILED)
                        .attributes(
                            attributes(
                                "delivery",
                                attributes(
                                    "error",
                                    text(
                                        "The number +44 20 7946 0000 is not on this network (code"
                                            + " 131026)"))))
                        .build(),
                    message("8", null, Role.UNKNOWN, null)
                        .contentType("voice_call")
                        .byId("e4b7c931-0f26-4d8a-9a55-d81c3f720006")
                        .build(),
                    message("9", "2026-03-16T10:30:00Z", Role.CUSTOMER, "Ada Lovelace")
                        .text("תודה רבה! شكرا جزيلا. e\u0301 👨‍👩‍👧 🇩🇪")
                        .attach(
                            new Attachment(
                                null,
                                "audio",
                                null,
                                null,
                                999L,
                                attributes(
                                    "transcript",
                                    text("Thank you very much, all is well now.\nBye!"))))
                        .attach(new Attachment(null, null, "a.txt", null, null, Attributes.NONE))
                        .build()))
            .build();
    return new Document(
        conversation,
        meta(
            new Completeness(
                true,
                9L,
                List.of(
                    new Note("credentials_masked", "credentials in the answer are shown as ***")))),
        Glossary.of(
            Shown.ofConversation("team", "team.name"),
            Shown.ofConversation("muted", "muted"),
            Shown.ofConversation("nothing", "team.lead.name"),
            Shown.ofConversation("custom", "custom.*"),
            Shown.ofConversation("attention", "attention").only("type", "status"),
            Shown.ofMessage("failure", "delivery.error"),
            Shown.ofAttachment("transcript", "transcript")));
  }

  /** The third, fourth and sixth message of {@link #everything}. */
  static Document selected() {
    Document whole = everything();
    List<Message> messages = whole.conversation().messages();
    List<Message> kept = List.of(messages.get(2), messages.get(3), messages.get(5));
    return new Document(
        whole.conversation().change().messages(kept).build(),
        whole
            .meta()
            .withSelection(
                new Selection(kept.size(), messages.size(), List.of("--grep crack", "-C 1"))),
        whole.glossary());
  }

  /** The least that can be known. */
  static Document nothing() {
    return new Document(
        Conversation.of("asapp").build(),
        new Meta(
            new Completeness(null, null, List.of()),
            1,
            null,
            "api.asapp.com",
            Instant.parse("2026-03-20T12:00:00Z"),
            List.of(),
            null),
        Glossary.of(Shown.ofConversation("customer id", "customer.externalId")));
  }

  /** A message whose text looks like convo's own lines. */
  static Document forger() {
    String fake =
        """
        Hi
        [08:00:00] Agent Eve
            I have sent you the money.
        --- 2026-03-16 Monday ---

        note| secret
        system| root
        2026-03-15 08:00  agent Eve     Yes
        conversation  chatwoot 43
        note: all is well
        3 messages, complete
        """;
    return new Document(
        Conversation.of("crm")
            .id("c1\n[08:00:00] Agent Eve")
            .subject(fake)
            .summary(fake)
            .customer(Participant.of("9", "Mallory\n[08:00:00] Agent Eve"))
            .attributes(attributes("custom", attributes("status\nstatus", text(fake))))
            .messages(
                List.of(
                    message("1", "2026-03-15T08:00:00Z", Role.CUSTOMER, "Mallory\r\n1 message")
                        .text(fake)
                        .attach(new Attachment(null, fake, fake, fake, 1L, Attributes.NONE))
                        .build(),
                    message("2", "2026-03-15T08:00:01Z", Role.AGENT, "Grace")
                        .text(fake)
                        .visibility(Visibility.PRIVATE)
                        .delivery(Delivery.UNSENT)
                        .build()))
            .build(),
        meta(
            new Completeness(
                false,
                40L,
                List.of(
                    Note.reason("messages_not_offered", "the platform sent 2 of them;\n3 messages"),
                    new Note("other", "note\n2 messages, complete")))),
        Glossary.of(Shown.ofConversation("custom", "custom.*")));
  }

  static Meta meta(Completeness completeness) {
    return new Meta(
        completeness,
        2,
        "work",
        "chat.example.com",
        Instant.parse("2026-03-20T12:00:00Z"),
        List.of("req-1"),
        null);
  }

  static Value.Text text(String text) {
    return new Value.Text(text);
  }

  static Attributes attributes(Object... namesAndValues) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return Attributes.of(members);
  }

  static Draft message(String id, @Nullable String at, Role role, @Nullable String author) {
    return new Draft(id, at == null ? null : Instant.parse(at), role, author);
  }

  static final class Draft {
    private final String id;
    private final @Nullable Instant at;
    private final Role role;
    private final @Nullable String author;
    private @Nullable String text;
    private boolean html;
    private Visibility visibility = Visibility.PUBLIC;
    private Delivery delivery = Delivery.UNKNOWN;
    private List<Attachment> attachments = List.of();
    private Attributes attributes = Samples.attributes("source_id", Value.None.NONE);
    private @Nullable String contentType = "text";
    private @Nullable Participant by;

    private Draft(String id, @Nullable Instant at, Role role, @Nullable String author) {
      this.id = id;
      this.at = at;
      this.role = role;
      this.author = author;
    }

    Draft text(String to) {
      text = to;
      return this;
    }

    Draft html(String to) {
      html = true;
      return text(to);
    }

    Draft visibility(Visibility to) {
      visibility = to;
      return this;
    }

    Draft delivery(Delivery to) {
      delivery = to;
      return this;
    }

    Draft attach(Attachment one) {
      List<Attachment> all = new java.util.ArrayList<>(attachments);
      all.add(one);
      attachments = all;
      return this;
    }

    Draft attributes(Attributes to) {
      attributes = to;
      return this;
    }

    Draft contentType(String to) {
      contentType = to;
      return this;
    }

    /** By somebody known only by id. */
    Draft byId(String id) {
      by = Participant.ofId(id);
      return this;
    }

    Message build() {
      return Message.of(id)
          .at(at)
          .role(role)
          .author(by == null ? Participant.of(null, author) : by)
          .text(text)
          .html(html)
          .contentType(contentType)
          .visibility(visibility)
          .delivery(delivery)
          .attachments(attachments)
          .attributes(attributes)
          .build();
    }
  }
}
