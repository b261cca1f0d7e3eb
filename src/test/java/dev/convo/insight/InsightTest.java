package dev.convo.insight;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Visibility;
import dev.convo.render.Format;
import dev.convo.render.Layout;
import dev.convo.render.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conversations by hand. C is a message of the customer, A and G of the agents Ada and Grace, X of
 * an agent with neither name nor id, B of a bot, S of the system; n a note, f a failed message and
 * u an unsent one, all of Ada; ? of nobody knows whom. Behind each is its minute, or nothing where
 * it has no time.
 */
class InsightTest {
  private static final Instant NOON = Instant.parse("2026-03-16T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          messages             | status   | roles: C A B S ? | notes failed unsent | from to | reply human | longest wait | turn        | handed over | agents
          C0                   | open     | 1 0 0 0 0        | 0 0 0               | 0 0     | - -         | -            | us 0        | -           | -
          A0                   | open     | 0 1 0 0 0        | 0 0 0               | 0 0     | - -         | -            | customer 0  | -           | Ada 1 -
          C0 A5                | open     | 1 1 0 0 0        | 0 0 0               | 0 5     | 5 5         | 5 (1-2)      | customer 5  | -           | Ada 1 5
          C0 A5                | resolved | 1 1 0 0 0        | 0 0 0               | 0 5     | 5 5         | 5 (1-2)      | nobody -    | -           | Ada 1 5
          C0 A5                | missing  | 1 1 0 0 0        | 0 0 0               | 0 5     | 5 5         | 5 (1-2)      | - -         | -           | Ada 1 5
          C0 A5                | selected | 1 1 0 0 0        | 0 0 0               | 0 5     | 5 5         | 5 (1-2)      | - -         | -           | Ada 1 5
          C0 A5                | unsaid   | 1 1 0 0 0        | 0 0 0               | 0 5     | 5 5         | 5 (1-2)      | customer 5  | -           | Ada 1 5
          C0 B1 A5             | open     | 1 1 1 0 0        | 0 0 0               | 0 5     | 1 5         | 1 (1-2)      | customer 5  | 3           | Ada 1 -
          C0 B1 C2 A9 C10      | open     | 3 1 1 0 0        | 0 0 0               | 0 10    | 1 9         | 7 (3-4)      | us 10       | 4           | Ada 1 7
          B0 C1 A4             | open     | 1 1 1 0 0        | 0 0 0               | 0 4     | 3 3         | 3 (2-3)      | customer 4  | 3           | Ada 1 3
          A0 C1 B2             | open     | 1 1 1 0 0        | 0 0 0               | 0 2     | 1 -         | 1 (2-3)      | customer 2  | -           | Ada 1 -
          C0 X0 C1 A9          | open     | 2 2 0 0 0        | 0 0 0               | 0 9     | 0 9         | 8 (3-4)      | customer 9  | -           | - 1 0, Ada 1 8
          C0 B1 X2 A3          | open     | 1 2 1 0 0        | 0 0 0               | 0 3     | 1 3         | 1 (1-2)      | customer 3  | 4           | - 1 -, Ada 1 -
          C0 n1 f2 u3 S4 A7    | open     | 1 4 0 1 0        | 1 1 1               | 0 7     | 7 7         | 7 (1-6)      | customer 7  | -           | Ada 1 7
          C0 A2 f3             | open     | 1 2 0 0 0        | 0 1 0               | 0 3     | 2 2         | 2 (1-2)      | customer 2  | -           | Ada 1 2
          C0 C3 A7 C8          | open     | 3 1 0 0 0        | 0 0 0               | 0 8     | 7 7         | 7 (1-3)      | us 8        | -           | Ada 1 7
          C0 A2 C4 C5          | open     | 3 1 0 0 0        | 0 0 0               | 0 5     | 2 2         | 2 (1-2)      | us 4        | -           | Ada 1 2
          A0 A3 C4             | open     | 1 2 0 0 0        | 0 0 0               | 0 4     | - -         | -            | us 4        | -           | Ada 2 -
          C0 A2 C3 A7          | open     | 2 2 0 0 0        | 0 0 0               | 0 7     | 2 2         | 4 (3-4)      | customer 7  | -           | Ada 2 3
          C0 A4 C5 A6 C7 A9    | open     | 3 3 0 0 0        | 0 0 0               | 0 9     | 4 4         | 4 (1-2)      | customer 9  | -           | Ada 3 2
          C0 G3 A4 C5 A8       | open     | 2 3 0 0 0        | 0 0 0               | 0 8     | 3 3         | 3 (1-2)      | customer 8  | -           | Grace 1 3, Ada 2 3
          C0 A A5              | open     | 1 2 0 0 0        | 0 0 0               | 0 5     | - -         | -            | customer 5  | -           | Ada 2 -
          C A5                 | open     | 1 1 0 0 0        | 0 0 0               | 5 5     | - -         | -            | customer 5  | -           | Ada 1 -
          C0 ?3                | open     | 1 0 0 0 1        | 0 0 0               | 0 3     | - -         | -            | us 0        | -           | -
          S0                   | open     | 0 0 0 1 0        | 0 0 0               | 0 0     | - -         | -            | - -         | -           | -
          """)
  void everyNumberIsThatOfItsDefinition(
      String messages,
      String status,
      String roles,
      String kinds,
      String span,
      String replies,
      String longest,
      String turn,
      String handedOver,
      String agents) {
    Insight insight = Insight.of(document(messages, status));

    Insight.Counts counts = insight.counts();
    assertThat(
            Stream.of(Role.CUSTOMER, Role.AGENT, Role.BOT, Role.SYSTEM, Role.UNKNOWN)
                .map(role -> "" + counts.of(role))
                .collect(joining(" ")))
        .isEqualTo(roles);
    assertThat(counts.notes() + " " + counts.failed() + " " + counts.unsent()).isEqualTo(kinds);
    assertThat(minute(insight.first()) + " " + minute(insight.last())).isEqualTo(span);
    Insight.FirstReply first = insight.firstReply();
    assertThat(minutes(first.any()) + " " + minutes(first.human())).isEqualTo(replies);
    Insight.Wait wait = insight.longestWait();
    assertThat(
            wait == null
                ? "-"
                : minutes(wait.length()) + " (" + wait.from() + "-" + wait.to() + ")")
        .isEqualTo(longest);
    Insight.Waiting waiting = insight.turn().waitingFor();
    assertThat(
            (waiting == null ? "-" : waiting.name().toLowerCase(Locale.ROOT))
                + " "
                + minute(insight.turn().since()))
        .isEqualTo(turn);
    assertThat(first.handedOver() == null ? "-" : "" + first.handedOver()).isEqualTo(handedOver);
    String shown =
        insight.agents().stream()
            .map(
                one ->
                    (one.agent() == null ? "-" : one.agent())
                        + " "
                        + one.count()
                        + " "
                        + minutes(one.median()))
            .collect(joining(", "));
    assertThat(shown.isEmpty() ? "-" : shown).isEqualTo(agents);
  }

  @Test
  void theHelpExplainsEveryNumber() throws IOException {
    StringWriter json = new StringWriter();
    Format.JSON
        .renderer(json, new Layout(0, ZoneOffset.UTC, false))
        .document(document("C0 A5", "open"), Position.ONLY);

    String insight = json.toString().split("\"insight\"|\"meta\"", 3)[1];
    try (InputStream page = Insight.class.getResourceAsStream("/dev/convo/cli/help/insight.txt")) {
      String help = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(
              all("(?m)^  ([a-z_]+(?:, [a-z_]+)*)  ", help)
                  .flatMap(names -> Stream.of(names.split(", "))))
          .containsExactlyElementsOf(all("(?m)^    \"([a-z_]+)\":", insight).toList());
    }
  }

  private static Stream<String> all(String expression, String text) {
    List<MatchResult> found = Pattern.compile(expression).matcher(text).results().toList();
    return found.stream().map(one -> one.group(1));
  }

  private static String minutes(@Nullable Duration length) {
    return length == null ? "-" : String.valueOf(length.toMinutes());
  }

  private static String minute(@Nullable Instant at) {
    return at == null ? "-" : minutes(Duration.between(NOON, at));
  }

  private static Document document(String written, String status) {
    List<Message> messages = Stream.of(written.split(" ")).map(InsightTest::message).toList();
    Boolean complete = status.equals("unsaid") ? null : !status.equals("missing");
    Meta meta =
        new Meta(new Completeness(complete, null, List.of()), 1, null, "h", NOON, List.of());
    if (status.equals("selected")) {
      meta = meta.withSelection(new Selection(messages.size(), messages.size() + 1, List.of()));
    }
    return new Document(
        Conversation.of("test").status(status).messages(messages).build(),
        meta,
        new Glossary(List.of(), Map.of(), Set.of("resolved")));
  }

  private static Message message(String written) {
    char kind = written.charAt(0);
    return Message.of(written)
        .at(
            written.length() == 1
                ? null
                : NOON.plus(Duration.ofMinutes(Long.parseLong(written.substring(1)))))
        .role(
            switch (kind) {
              case 'C' -> Role.CUSTOMER;
              case 'B' -> Role.BOT;
              case 'S' -> Role.SYSTEM;
              case '?' -> Role.UNKNOWN;
              default -> Role.AGENT;
            })
        .author(kind == 'X' ? null : Participant.of(null, kind == 'G' ? "Grace" : "Ada"))
        .visibility(kind == 'n' ? Visibility.PRIVATE : Visibility.PUBLIC)
        .delivery(kind == 'f' ? Delivery.FAILED : kind == 'u' ? Delivery.UNSENT : Delivery.SENT)
        .build();
  }
}
