package dev.convo.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final Participant MINA =
      new Participant(
          "contact-90417",
          "Mina Okafor",
          "mina.okafor@example.com",
          "+447700900142",
          Attributes.NONE);
  private static final Participant TOMAS =
      new Participant("user-55", "Tomás Rivera", "tomas@example.org", null, Attributes.NONE);

  private final Redaction all = new Redaction(EnumSet.allOf(Sensitive.class), null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to bob@mail.example now | write to email-1 now",
        "<Bob.Smith+tag@mail.example>, | <email-1>,",
        "call +44 7700 900143 please | call phone-1 please",
        "call 07911 123456 please | call phone-1 please",
        "call +1 (415) 555-2671, or not | call phone-1, or not",
        "card 4111 1111 1111 1111 | card card-1",
        "card 4111 1111 1111 1111 12/27 | card card-1 12/27",
        "card:4111.1111.1111.1111 | card:card-1",
        "ip:2001:db8::ff00:42:8329 | ip:ip-1",
        "Authorization: token abcdefgh | Authorization: token secret-1",
        "the password was hunter2 | the password was secret-1",
        "password=\\\"hunter2\\\" is set | password=\\\"secret-1\\\" is set",
        "accessToken: abcdef | accessToken: secret-1",
        "www.shop.example/reset/abc | www.shop.example/url-1",
        "Tom&aacute;s and <b>To</b>mas | agent-1 and agent-1",
        "tomas77 | agent-177",
        "TomasRivera, tomas.rivera, trivera, RiveraTomas, RIVERA.T | agent-1, agent-1, agent-1, agent-1, agent-1.T",
        "@minaokaforphotos and MinaOkafor2 | @customer-1photos and customer-12",
        "Tom%C3%A1s Tom%c3%a1s Tom=C3=A1s Tom&#xE1;s Tom\\u00e1s | agent-1 agent-1 agent-1 agent-1 agent-1",
        "Tom%25C3%25A1s | agent-1",
        "no answer to bob.smith@mai…, bob.smith%40m%2… | no answer to email-1…, email-2%2…",
        "bob%40mail.example, bob\uff20mail.example | email-1, email-1",
        "mina.okafor%40mail.example, mina.okafor=40mail.example | email-1, email-1",
        "mina.okafor&#64;mail.example, Okafor%2540mail.example | email-1, email-2",
        "M. Okafor\\u0040mail.example, Tomas%40mail.example | customer-1. email-1, email-2",
        "call \uff10\uff17\uff19\uff11\uff11 \uff11\uff12\uff13\uff14\uff15\uff16 | call phone-1",
        "write to bob@ma\u200bil.example | write to email-1",
        "xn--toms-5na.example | name-1.example",
        "aGkgTWluYSBPa2Fmb3I= | name-1",
        "x/TWluYSBPa2Fmb3IhIQ== | name-1",
        "shop.example/reset/abc?t=1, shop.example:8080/x and shop.example?t=1 | shop.example/url-1, shop.example:8080/url-2 and shop.example?url-3",
        "https:\\/\\/shop.example\\/reset | https:\\/\\/shop.example\\/url-1",
        "password: correct horse battery staple. Thanks | password: secret-1 Thanks",
        "password='correct horse' | password='secret-1'",
        "the password is \"correct horse\" | the password is \"secret-1\"",
        "AbCdEfGh12345678/AbCdEfGh12345678IjKlMnOp== | secret-1",
        "07911 123456 07911 654321 | phone-1 phone-3",
        "tel. 123 4567 | tel. phone-1",
        "(415) 555-2671 or 415-555-2671 | phone-1 or phone-1",
        "card 5500-0000-0000-0004. | card card-1.",
        "iban DE89 3704 0044 0532 0130 00 please | iban iban-1 please",
        "GB82WEST12345698765432 | iban-1",
        "from 203.0.113.77 | from ip-1",
        "from 2001:db8::ff00:42:8329, yes | from ip-1, yes",
        "https://track.example.com/FF-20817-R?who=me. | https://track.example.com/url-1.",
        "https://me:secret@host.example/x | https://url-1@host.example/url-2",
        "my password is hunter2! | my password is secret-1",
        "Authorization: Bearer abcdefgh12345678 | Authorization: Bearer secret-1",
        "api_key=\"k-1234567\" | api_key=\"secret-1\"",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl | secret-1",
        "key sk_live_abcdefgh1234 | key secret-1",
        "Hi Mina! | Hi customer-1!",
        "MINA OKAFOR | customer-1",
        "mina_okafor, minaokafor and Okafor, Mina | customer-1, customer-1 and customer-1",
        "Mina's lamp | customer-1's lamp",
        "Tomas Rivera, TOMÁS, tomás | agent-1, agent-1, agent-1",
        "file mina-okafor-passport.pdf | file customer-1-passport.pdf",
        "see contact-90417 | see customer-1"
      })
  void whatIdentifiesIsReplaced(String text, String redacted) {
    assertThat(texts(text)).containsExactly(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order FF-20817 of 2026-03-16 at 08:02:11",
        "batch B-11, 214 kB, 12:30, 99.95 EUR, 3 for 2",
        "version 10.2.3.4 runs from 10:00:: on",
        "my PIN is missing, the token is expired",
        "on 05.03.2024 at 38.7223",
        "version 1.2.3 of 16.03.2026, and 10.000.000 of them",
        "tracking 1Z999AA10123456784 and JD014600003828",
        "2026-03-16T08:02:11.000Z",
        "https://example.com",
        "https://example.com/",
        "a:b c::d me@home @here x@",
        "and/or, e.g./i.e., 24/7, src/main/java, What?No",
        "batch 0012345678, total 1.234.567 or 12 345 678, 2026-03-16 08 15",
        "ConversationOfTheWeek is long, AmazingWord too",
        "I do, to mas, okaforian",
        "4111 1111 1111 1112 has a wrong digit",
        "DE88 3704 0044 0532 0130 00 has a wrong digit",
        "the minaret is not okaforian",
        "is this the right password?",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
      })
  void whatOnlyLooksLikeItStays(String text) {
    assertThat(texts(text)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.a ",
        "://a ",
        "&amp",
        "&",
        "%",
        "=4",
        "\\u00",
        "1.111.",
        "1.1111 ",
        "0",
        "12 ",
        "+1 ",
        "a@a.",
        "@",
        "pwd='a",
        "password: a ",
        "-----BEGIN ",
        "a.a/",
        "1/",
        "?",
        "eyJaaaaaaaaa.",
        "Aa1",
        "Aa1/",
        "xn--",
        "M",
        "Mina ",
        "mina",
        "Mina.",
        "2001:",
        "::",
        "DE89 ",
        "4111 ",
        "token is ",
        "é",
        "\u00ad",
        "田",
        "<b>",
        "<b"
      })
  void noTextMakesItSlow(String part) {
    Message message = Message.of("1").text(part.repeat(150_000 / part.length())).build();

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> all.of(document(message)));
  }

  @Test
  void theSameValueHasOnePseudonymHoweverItIsWritten() {
    assertThat(
            texts(
                "BOB@mail.example",
                "bob@mail.example",
                "0044 7700 900142",
                "07700 900142",
                "447700900142"))
        .containsExactly("email-1", "email-1", "phone-1", "phone-1", "phone-1");
  }

  @Test
  void anErrorHidesTheWholeAddressWhateverCodesIt() {
    all.of(document(MINA, List.of()));

    assertThat(all.line("no answer to mina.okafor&#64;mail.example"))
        .isEqualTo("no answer to email-2");
  }

  @Test
  void aLineOfBase64IsNotTakenForALineOfMailThatGoesOn() {
    String base64 = "eHh4".repeat(17) + "eHg=";

    assertThat(texts(base64 + "\n%70assword: %61bcdefgh"))
        .containsExactly("secret-1\n%70assword: secret-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mina.okafor%40shop.example/T2thZm9y",
        "mina.okafor@shop.example/T2thZm9y",
        "mina.okafor%40shop.example_T2thZm9y",
        "mina.okafor@shop.example_T2thZm9y"
      })
  void base64BehindAnAddressIsReadOnItsOwn(String text) {
    Message message = Message.of(text).text(text).contentType(text).build();

    assertThat(all.of(document(message)).conversation().messages().toString())
        .contains("email-")
        .doesNotContain("T2thZm9y");
  }

  @Test
  void aNameInHtmlIsFoundBehindTagsAndEntities() {
    Message message =
        Message.of("1").text("<p>Dear M<b>i</b>na &#79;kafor,</p>").html(true).build();

    Message redacted = all.of(document(message)).conversation().messages().get(0);

    assertThat(redacted.text()).isEqualTo("Dear customer-1,");
    assertThat(redacted.html()).isFalse();
  }

  @Test
  void namesOfOtherScriptsAreFoundWithinTheirSentences() {
    Participant tanaka = new Participant(null, "田中さくら", null, null, Attributes.NONE);
    Message message = Message.of("1").text("私は田中さくらです").build();

    Document redacted = all.of(document(tanaka, List.of(message)));

    assertThat(redacted.conversation().messages().get(0).text()).isEqualTo("私はcustomer-1です");
  }

  @Test
  void everyPlaceOfADocumentIsReached() {
    String planted = "Mina Okafor bob@mail.example";
    Attributes nested =
        Attributes.of(
            Map.of(
                planted,
                new Value.Items(
                    List.of(
                        new Value.Text(planted),
                        Attributes.of(Map.of("deep", new Value.Text(planted)))))));
    Message message =
        Message.of("60001")
            .role(Role.CUSTOMER)
            .author(MINA)
            .text(planted)
            .contentType(planted)
            .attachments(
                List.of(
                    new Attachment(
                        "1",
                        planted,
                        planted,
                        "https://files.example.com/" + planted,
                        5L,
                        new Attachment.Card("+447700900142"),
                        nested)))
            .extras(
                Extras.with()
                    .failure(planted)
                    .mail(
                        new Extras.Mail(
                            planted,
                            List.of("Mina Okafor <bob@mail.example>"),
                            List.of(planted),
                            List.of(planted),
                            List.of(planted),
                            null))
                    .call(new Extras.Call(planted, 5L, "https://x.example/" + planted, planted))
                    .answers(List.of(new Extras.Answer(planted, planted)))
                    .offered(List.of(new Extras.Offer(planted, planted, planted)))
                    .build())
            .attributes(nested)
            .build();
    Conversation conversation =
        Conversation.of("chatwoot")
            .id("42")
            .status(planted)
            .channel(planted)
            .subject(planted)
            .summary(planted)
            .outcome(planted)
            .priority(planted)
            .customer(MINA)
            .assignee(TOMAS)
            .labels(List.of(planted))
            .attributes(nested)
            .messages(List.of(message))
            .build();

    Document redacted = all.of(new Document(conversation, meta(planted), Glossary.NONE));

    assertThat(redacted.toString())
        .doesNotContainIgnoringCase("mina")
        .doesNotContainIgnoringCase("okafor")
        .doesNotContain("bob@", "7700900142", "90417", "Rivera")
        .contains("customer-1", "email-", "phone-1", "agent-1");
  }

  @Test
  void peopleKeepTheirPseudonymsFromOneConversationToTheNext() {
    all.of(document(MINA, List.of()));
    Participant other = new Participant("contact-2", "Leo Hartmann", null, null, Attributes.NONE);

    assertThat(all.of(document(other, List.of())).conversation().customer())
        .isEqualTo(new Participant("customer-2", "customer-2", null, null, Attributes.NONE));
    assertThat(all.of(document(MINA, List.of())).conversation().customer())
        .isEqualTo(
            new Participant("customer-1", "customer-1", "email-1", "phone-1", Attributes.NONE));
  }

  @Test
  void withAKeyTheyAreTheSameInEveryRunAndWithAnotherKeyOthers() {
    Participant first = keyedAs("a key of the team's", MINA);
    keyedAs("a key of the team's", TOMAS);

    assertThat(keyedAs("a key of the team's", MINA)).isEqualTo(first);
    assertThat(keyedAs("a key of others", MINA)).isNotEqualTo(first);
    assertThat(String.valueOf(first.name())).matches("customer-[0-9a-f]{10}");
  }

  @Test
  void withAKeySomebodyIsTheSameWhereThePlatformSaysNoName() {
    Participant nameless = new Participant("contact-90417", null, null, null, Attributes.NONE);

    assertThat(keyedAs("a key of the team's", nameless).id())
        .isEqualTo(keyedAs("a key of the team's", MINA).id());
  }

  @Test
  void withAKeyEveryKindOfValueIsTheSameInEveryRunWhateverComesBefore() {
    String text = "bob@mail.example +351912345678 4111111111111111 203.0.113.77 password: hunter2";

    String alone = keyed(text);

    assertThat(keyed("ann@mail.example 5500000000000004", text)).isEqualTo(alone);
    assertThat(alone)
        .matches(
            "email-[0-9a-f]{10} phone-[0-9a-f]{10} card-[0-9a-f]{10} ip-[0-9a-f]{10}"
                + " password: secret-[0-9a-f]{10}");
  }

  @Test
  void inOneRunAValueIsTheSameInWhateverConversationAndCodingItIs() {
    List<Message> messages =
        List.of(
            Message.of("1").text("bob@mail.example").build(),
            Message.of("2").text("bob%40mail.example").build());
    Document first = all.of(document(MINA, messages));
    Document second = all.of(document(TOMAS, messages));

    assertThat(first.conversation().messages()).extracting(Message::text).containsOnly("email-2");
    assertThat(second.conversation().messages()).extracting(Message::text).containsOnly("email-2");
  }

  @Test
  void idsStayUnlessTheyHoldAnAddressOrANumberOfSomebody() {
    List<Message> messages =
        List.of(
            Message.of("60001").build(),
            Message.of("f81d4fae-7dec-11d0-a765-00a0c91e6bf6").build(),
            Message.of("AbCdEfGh12345678IjKlMnOp90123456").build(),
            Message.of("447700900142@s.example.net").build(),
            Message.of("m_447700900142_7").build(),
            Message.of("wamid.HBgMNDQ3NzAwOTAwMTQyFQIAERgS").build());

    assertThat(all.of(document(MINA, messages)).conversation().messages())
        .extracting(Message::id)
        .containsExactly(
            "60001",
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "AbCdEfGh12345678IjKlMnOp90123456",
            "email-2",
            "m_phone-1_7",
            "wamid.phone-2");
  }

  @Test
  void aPlaceIsRoundedToTenKilometres() {
    Attachment place =
        new Attachment(
            "1",
            "location",
            null,
            null,
            null,
            new Attachment.Place("38.7223", "-9.1393"),
            Attributes.NONE);

    Document redacted = all.of(document(Message.of("1").attachments(List.of(place)).build()));

    assertThat(redacted.conversation().messages().get(0).attachments().get(0).subject())
        .isEqualTo(new Attachment.Place("38.7", "-9.1"));
  }

  @Test
  void onlyWhatIsAskedForIsReplaced() {
    Redaction emails = new Redaction(EnumSet.of(Sensitive.EMAIL), null);
    Message message = Message.of("1").text("Mina: bob@mail.example, +447700900142").build();

    Document redacted = emails.of(document(message));

    assertThat(redacted.conversation().messages().get(0).text())
        .isEqualTo("Mina: email-2, +447700900142");
    assertThat(redacted.conversation().customer())
        .isEqualTo(
            new Participant(
                "contact-90417", "Mina Okafor", "email-1", "+447700900142", Attributes.NONE));
  }

  @Test
  void somebodyKnownByAnIdAloneIsFoundByItsWords() {
    Participant rosa = new Participant("ag-rosa", null, null, null, Attributes.NONE);
    Message message = Message.of("1").text("Rosa here, ag-rosa of the school").build();

    assertThat(all.of(document(rosa, List.of(message))).conversation().messages().get(0).text())
        .isEqualTo("customer-1 here, customer-1 of the school");
  }

  @Test
  void peopleWhoseMessagesAreLeftOutAreFoundInTheOthers() {
    Participant priya = new Participant(null, "Priya Raman", null, null, Attributes.NONE);
    Message left = Message.of("2").text("Thanks, Priya Raman").build();
    Message out = Message.of("1").role(Role.AGENT).author(priya).text("Hello").build();
    all.meet(document(MINA, List.of(out, left)));

    assertThat(all.of(document(MINA, List.of(left))).conversation().messages().get(0).text())
        .isEqualTo("Thanks, agent-1");
  }

  @Test
  void aTeamsAddressMakesNoNameOfAWord() {
    Participant team = new Participant(null, null, "buyer@shop.example", null, Attributes.NONE);
    Message message = Message.of("1").text("to our buyer, buyer@shop.example").build();

    assertThat(all.of(document(team, List.of(message))).conversation().messages().get(0).text())
        .isEqualTo("to our buyer, email-1");
  }

  @Test
  void aNoteCountsWhatWasReplacedAndSaysWhatCannotBe() {
    Message message = Message.of("1").text("bob@mail.example").build();

    assertThat(all.of(document(message)).meta().completeness().notes())
        .extracting(Note::text)
        .containsExactly(
            "redacted: email (2), phone (1), name (1); names that only a text mentions, and what"
                + " pictures and recordings show, are not recognised");
  }

  private static Participant keyedAs(String key, Participant one) {
    Redaction redaction =
        new Redaction(EnumSet.allOf(Sensitive.class), key.getBytes(StandardCharsets.UTF_8));
    return java.util.Objects.requireNonNull(
        redaction.of(document(one, List.of())).conversation().customer());
  }

  /** The last of these texts, as a run of its own with a key redacts it. */
  private static String keyed(String... texts) {
    Redaction redaction =
        new Redaction(EnumSet.allOf(Sensitive.class), "a key".getBytes(StandardCharsets.UTF_8));
    String last = "";
    for (String text : texts) {
      Document redacted = redaction.of(document(Message.of("1").text(text).build()));
      last = String.valueOf(redacted.conversation().messages().get(0).text());
    }
    return last;
  }

  private List<String> texts(String... texts) {
    List<Message> messages = new java.util.ArrayList<>();
    for (String text : texts) {
      messages.add(Message.of(String.valueOf(messages.size())).text(text).build());
    }
    Redaction redaction = new Redaction(EnumSet.allOf(Sensitive.class), null);
    Conversation conversation =
        Conversation.of("chatwoot")
            .customer(new Participant("contact-90417", "Mina Okafor", null, null, Attributes.NONE))
            .assignee(new Participant(null, "Tomás Rivera", null, null, Attributes.NONE))
            .attributes(Attributes.NONE)
            .messages(messages)
            .build();
    // The customer's number is known, so that national numbers have a country.
    Conversation known =
        conversation
            .change()
            .customer(
                new Participant(
                    "contact-90417", "Mina Okafor", null, "+447700900142", Attributes.NONE))
            .build();
    return redaction
        .of(new Document(known, meta(), Glossary.NONE))
        .conversation()
        .messages()
        .stream()
        .map(message -> String.valueOf(message.text()).replace("phone-2", "phone-1"))
        .toList();
  }

  private static Document document(Message message) {
    return document(MINA, List.of(message));
  }

  private static Document document(Participant customer, List<Message> messages) {
    return new Document(
        Conversation.of("chatwoot").id("42").customer(customer).messages(messages).build(),
        meta(),
        Glossary.NONE);
  }

  private static Meta meta(String... notes) {
    return new Meta(
        new Completeness(
            true, null, java.util.Arrays.stream(notes).map(one -> new Note("x", one)).toList()),
        1,
        "work",
        "chat.example.com",
        Instant.EPOCH,
        List.of());
  }
}
