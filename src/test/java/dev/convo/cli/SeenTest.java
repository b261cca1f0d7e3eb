package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.sandbox.Service.Sample;
import dev.convo.session.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a support engineer looks for, and the line of a transcript with details that says it. */
class SeenTest {
  private static final String SEEN =
      """
      chatwoot 7 | who wrote a mail | + from: elise@example.com
      chatwoot 7 | and to whom | + to: help@example.com
      chatwoot 7 | its copies | + cc: accounts@example.com
      chatwoot 7 | nobody copied any more | + cc: nobody
      chatwoot 8 | copies that nobody else sees | + bcc: archive@example.com
      chatwoot 8 | an agent's own recipients | failed| + to: haruka@example.jp
      chatwoot 8 | a subject that changes | + subject: Vertrag unterschrieben / 契約書
      chatwoot 8 | an automatic reply | + automatic reply
      chatwoot 9 | options | + offered: [ A delivery ] [ A defect ] [ An invoice ]
      chatwoot 9 | what was chosen | + chosen: A defect
      chatwoot 9 | a form's fields | + offered: [ Order number ] [ Lamp ] [ Aurora ] [ Fjell ] [ What do you see? ]
      chatwoot 9 | what was filled in | + answer: Order number: FF-20903
      chatwoot 9 | an e-mail that was asked for | + answer: e-mail: freya.lund@example.com
      chatwoot 9 | articles | + offered: [ When a lamp flickers ] https://help.example.com/flicker
      chatwoot 9 | cards with actions | + offered: [ See it ] https://shop.example.com/bulb
      chatwoot 9 | a rating | + answer: rating: 4
      chatwoot 9 | and why | + answer: feedback: Quick, but I wanted a person.
      chatwoot 9 | a translation | + translation: nb: Ferdig. Den kommer på tirsdag.
      chatwoot 9 | browser | browser browser_name: Firefox, browser_version: 148.0, platform_name: Linux, platform_version: 6.12
      chatwoot 9 | the page it began on | page https://shop.example.com/orders/FF-20903
      chatwoot 9 | that a bot looks after it | assignee is AgentBot
      chatwoot 9 | when the contact looked | seen by the contact 2026-04-03 12:05
      chatwoot 1 | that the contact never looked | seen by the contact never
      chatwoot 1 | no reply yet | first reply none yet
      chatwoot 10 | a call nobody took | + call: no answer
      chatwoot 10 | a call | + call: completed, 1 min 5 s
      chatwoot 10 | its recording | + recording: https://files.example.com/calls/61.mp3
      chatwoot 10 | and its words | + transcript: Tomás: Good morning. The driver waits at the gate.
      chatwoot 10 | a reply | 2 06:10:00 سلمى حداد, customer answers 1: "مرحباً سلمى، طلبك FF-20911 في الطريق إلي…"
      chatwoot 10 | why a message failed | failed| + not delivered: 131047: Re-engagement message: more than 24 hours have passed
      chatwoot 10 | a deleted message | 6 06:21:00 Tomás Rivera, agent deleted delivered
      chatwoot 10 | when it was written elsewhere | + id: 62633 · created elsewhere: 2026-04-04 08:01:58
      chatwoot 10 | a template | + template: name: order_on_its_way, language: ar, processed_params: {"body":{"1":"سلمى","2":"FF-20911"}}
      chatwoot 10 | a place without a name | + [location] 31.9539, 35.9106
      chatwoot 77 | a place with a name | + [location] Oslo, Rådhuset 59.9139, 10.7522 https://maps.example.com/?q=59.9139,10.7522
      chatwoot 10 | a contact card | + [contact] Omar Haddad +962790000061
      chatwoot 10 | replies are blocked | 1 failed (9) · replies are blocked · contact is blocked · first human reply 10 min · customer waiting for a reply since 2026-04-04 08:02
      chatwoot 10 | since when somebody waits | waiting since 2026-04-04 08:02
      chatwoot 10 | muted | muted yes
      chatwoot 10 | the contact's identifier | contact's identifier wa:962790000060
      chatwoot 10 | the contact's attributes | contact's attributes language: ar
      chatwoot 8 | first reply | first reply 2026-04-02 09:40
      chatwoot 8 | unread | unread 1
      chatwoot 8 | snoozed until, in ISO | snoozed until 2026-04-09 07:00
      chatwoot 99 | snoozed until, a number | snoozed until 2026-04-01 08:00
      chatwoot 8 | the policy of service levels | service level policy 3
      chatwoot 8 | service level | service level sla_status: active_with_misses, created_at: 2026-04-02 07:02, sla_name: Trade customers
      chatwoot 8 | a level that was missed | 1 failed (6) · service level missed: Trade customers · 1 note (5) · first human reply 2 h 37 min · customer waiting for a reply since 2026-04-07 02:00
      chatwoot 42 | custom attributes | # damaged-in-transit, replacement · order: FF-20817 · warehouse: Bergen
      workspace 42 | a message's status | + id: 66b1f0a94c2d004200000001 · status: approved · updated: 2026-03-16 22:01:00
      workspace 42 | why one was not sent | not sent| + reason: rejected
      salescaptain 8 | a message's own channel | + id: 7a1f0008-0000-4000-8000-000000000003 · type: fb_message
      salescaptain 42 | who has seen it | seen by e4b7c931-0f26-4d8a-9a55-d81c3f720006
      salescaptain 8 | that a reply is awaited | awaiting reply yes
      salescaptain 8 | a call's length in words | + call: completed, 5 min 12 s
      crm 42 | channel | channel's id ch_mail
      crm 8 | the contact's company | company Dallah Roasters
      crm 8 | whether the contact is known | found in the CRM crm_resolved
      crm 42 | what needs attention, first | attention: escalation: Carrier has not confirmed the loss, 2026-03-16 07:36 · 1 note (5) · first human reply 29 min 27 s · waiting for the customer since 2026-03-16 08:02
      crm 42 | what needed it, and its times | attention items type: human_requested, reason: Customer asked for a person, status: resolved, createdAt: 2026-03-16 07:20, resolvedAt: 2026-03-16 07:34
      crm 8 | the contact as author | 3 10:05:00 نور العلي, customer answers 2: "Thank you. I cannot find this serial nu…"
      crm 8 | a file | + [application/pdf, 40 kB] فاتورة.pdf https://files.example.com/at_2
      crm 8 | that ai is a bot | 4 10:06:00 bot edited 10:09
      asapp 42 | the external id | # external id: chat-20817 · organizationalGroup: consumer · subdivision: mobile · queue: roaming
      asapp 42 | a message's id and when it arrived | + id: 01JQ8Z4M6T0000000000004202 · arrived: 2026-03-16 18:40:15
      """;

  @TempDir Path home;

  @Test
  void everythingASupportEngineerLooksForIsSeen() {
    Map<String, List<String>> shown = new HashMap<>();
    List<String> missing = new ArrayList<>();
    try (TestHost host = new TestHost(home).withSandbox()) {
      for (String row : SEEN.lines().toList()) {
        String[] parts = row.split(" \\| ", 3);
        List<String> lines = shown.computeIfAbsent(parts[0], sample -> transcript(host, sample));
        if (!lines.contains(parts[2])) {
          missing.add(row);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void theDemosFirstMessageBeginsOnTheSixthLineOfEightyColumns() {
    try (TestHost host = new TestHost(home)) {
      for (String format : List.of("table", "transcript")) {
        TestHost.Result result =
            host.run("chatwoot", "42", "--profile", "demo", "-o", format, "--width", "80", "--utc");

        assertThat(result.out().lines().toList().get(5)).startsWith(" 1 08:02");
      }
    }
  }

  private static List<String> transcript(TestHost host, String sample) {
    String[] words = sample.split(" ", -1);
    Platform platform =
        host.platforms().stream()
            .filter(one -> one.provider().descriptor().name().equals(words[0]))
            .findFirst()
            .orElseThrow();
    String id =
        platform.sandbox().apply(host.clock()).samples().stream()
            .map(Sample::id)
            .filter(
                one -> one.replaceFirst(".*(?=.{4}$)", "").replaceFirst("^0+", "").equals(words[1]))
            .findFirst()
            .orElseThrow();
    TestHost.Result result =
        host.run(words[0], id, "-o", "transcript", "--details", "--width", "0", "--utc");
    assertThat(result.code()).as(result.err()).isZero();
    return result.out().lines().map(line -> line.strip().replaceAll(" {2,}", " ")).toList();
  }
}
