package dev.convo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final Attributes SEEN = Attributes.of(Map.of("seen", new Value.Flag(true)));

  @Test
  void whatNobodySaidOfAMessageIsPrivateAndUnknown() {
    assertThat(Message.of("1").build())
        .isEqualTo(
            new Message(
                "1",
                0,
                null,
                Role.UNKNOWN,
                null,
                null,
                false,
                null,
                Visibility.PRIVATE,
                Delivery.UNKNOWN,
                List.of(),
                Extras.NONE,
                Attributes.NONE));
  }

  @Test
  void aChangedMessageDiffersInWhatWasChangedOnly() {
    Attachment file = new Attachment("f", "file", "a.txt", "https://x.test/f", 5L, SEEN);
    Message whole =
        Message.of("1")
            .at(Instant.EPOCH)
            .role(Role.AGENT)
            .author(Participant.of("7", "Ada"))
            .text("<b>Hello</b>")
            .html(true)
            .contentType("text")
            .visibility(Visibility.PUBLIC)
            .delivery(Delivery.READ)
            .attachments(List.of(file))
            .attributes(SEEN)
            .build();

    assertThat(whole.change().build()).isEqualTo(whole);
    assertThat(whole.withAuthor(null).withAuthor(whole.author())).isEqualTo(whole);
    assertThat(whole.withAuthor(null).author()).isNull();
  }

  @Test
  void otherExtrasFillOnlyWhatIsNotSaid() {
    Extras mail =
        Extras.with()
            .mail(new Extras.Mail("a", List.of(), List.of(), List.of(), List.of(), null))
            .build();
    Extras reply = Extras.with().replyTo("1").failure("no route").build();

    assertThat(mail.or(reply)).isEqualTo(mail.change().replyTo("1").failure("no route").build());
    assertThat(reply.or(Extras.with().replyTo("2").build())).isEqualTo(reply);
    assertThat(Extras.NONE.or(Extras.NONE)).isSameAs(Extras.NONE);
  }
}
