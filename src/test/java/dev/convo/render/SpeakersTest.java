package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeakersTest {
  private static final String UUID = "e4b7c931-0f26-4d8a-9a55-d81c3f720006";

  @Test
  void whoHasNoNameIsCalledByAddressElseByATellingIdElseByALetter() {
    assertThat(names(by(Role.CUSTOMER, "7", "ada@example.com"), by(Role.AGENT, "ag-rosa", null)))
        .containsExactly("ada@example.com", "ag-rosa");
    assertThat(names(by(Role.AGENT, UUID, null), by(Role.AGENT, "8", null)))
        .containsExactly("agent A", "agent B");
  }

  @Test
  void aCustomerAndAnAgentOfOneIdAreTwoPeople() {
    assertThat(names(by(Role.CUSTOMER, "7", null), by(Role.AGENT, "7", null)))
        .containsExactly("customer A", "agent A");
  }

  @Test
  void theCustomersAddressIsKnownFromTheConversation() {
    Message message = by(Role.CUSTOMER, "7", null);
    Speakers speakers =
        new Speakers(
            Conversation.of("crm")
                .customer(person("7", "ada@example.com"))
                .messages(List.of(message))
                .build());

    assertThat(speakers.of(message)).isEqualTo("ada@example.com");
    assertThat(speakers.isNamed(message)).isTrue();
  }

  @Test
  void whoIsKnownByIdHasTheNameThatMessagesGive() {
    Message asked = Message.of("1").role(Role.CUSTOMER).author(Participant.of(UUID, "Ada")).build();
    Message answered =
        Message.of("2").role(Role.AGENT).author(Participant.of("8", "Grace")).build();

    Speakers speakers =
        new Speakers(
            Conversation.of("crm")
                .customer(person(UUID, "ada@example.com"))
                .assignee(person("8", null))
                .messages(List.of(asked, answered, by(Role.AGENT, "8", null)))
                .build());

    assertThat(speakers.customer()).isEqualTo("Ada");
    assertThat(speakers.assignee()).isEqualTo("Grace");
    assertThat(speakers.legend()).isEmpty();
  }

  @Test
  void theCustomerHasTheNameOfTheOnlyOneWhoWroteAsTheCustomer() {
    Message ada = Message.of("1").role(Role.CUSTOMER).author(Participant.of(null, "Ada")).build();
    Message eve = Message.of("2").role(Role.CUSTOMER).author(Participant.of(null, "Eve")).build();
    Conversation.Builder crm = Conversation.of("crm").customer(person("ct_ada", null));

    assertThat(new Speakers(crm.messages(List.of(ada, ada)).build()).customer()).isEqualTo("Ada");
    assertThat(new Speakers(crm.messages(List.of(ada, eve)).build()).customer())
        .isEqualTo("ct_ada");
  }

  @Test
  void theLegendLeavesOutWhomTheHeaderExplains() {
    Speakers speakers =
        new Speakers(
            Conversation.of("crm")
                .assignee(person(UUID, null))
                .messages(List.of(by(Role.AGENT, UUID, null), by(Role.AGENT, "8", null)))
                .build());

    assertThat(speakers.explained(speakers.assignee())).isEqualTo("agent A = " + UUID);
    assertThat(speakers.legend()).containsExactly("agent B = 8");
  }

  private static List<String> names(Message... messages) {
    Speakers speakers = new Speakers(Conversation.of("crm").messages(List.of(messages)).build());
    List<String> names = new ArrayList<>();
    for (Message message : messages) {
      names.add(speakers.of(message));
    }
    return names;
  }

  private static Message by(Role role, String id, @Nullable String email) {
    return Message.of("1").role(role).author(person(id, email)).build();
  }

  private static Participant person(String id, @Nullable String email) {
    return new Participant(id, null, email, null, Attributes.NONE);
  }
}
