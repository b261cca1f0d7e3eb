package dev.convo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationTest {
  @Test
  void messagesStandInTheOrderOfTimeAndThenAsTheyCame() {
    Conversation conversation =
        conversation(message("a", 3), message("b", 1), message("c", 1), message("d", 2));

    assertThat(conversation.messages()).extracting(Message::id).containsExactly("b", "c", "d", "a");
  }

  @Test
  void aMessageWithoutTimeStaysBehindTheOneItCameAfter() {
    Conversation conversation =
        conversation(message("a", 3), message("b", null), message("c", 1), message("d", null));

    assertThat(conversation.messages()).extracting(Message::id).containsExactly("c", "d", "a", "b");
  }

  @Test
  void theLastMessagesTimeComesFromTheMessages() {
    assertThat(conversation(message("a", 3), message("b", 1)).lastMessageAt())
        .isEqualTo(Instant.ofEpochSecond(3));
    assertThat(conversation().lastMessageAt()).isNull();
  }

  private static Conversation conversation(Message... messages) {
    return Conversation.of("test").messages(List.of(messages)).build();
  }

  private static Message message(String id, @Nullable Integer second) {
    return Message.of(id)
        .at(second == null ? null : Instant.ofEpochSecond(second))
        .visibility(Visibility.PUBLIC)
        .build();
  }
}
