package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.http.apache.Authority;
import dev.convo.session.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that sends the request elsewhere is told, and nothing goes there. */
class RedirectsTest {
  private static final List<Integer> STATUSES = List.of(300, 301, 302, 303, 304, 305, 307, 308);

  /** PORT is the port of a second server; without one the target is on the same. */
  private static final List<String> TARGETS =
      List.of(
          "http://127.0.0.1:PORT/away",
          "http://localhost:PORT/away",
          "https://127.0.0.1:PORT/away",
          "http://user:word@127.0.0.1:PORT/away?token=t#f",
          "//127.0.0.1:PORT/away",
          "///127.0.0.1:PORT/away",
          "/away",
          "away",
          "../../away",
          "?away",
          "",
          "ftp://127.0.0.1:PORT/away",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "http://",
          "http://[::1",
          "\u00ff\u001b[2J");

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void nothingIsSentOn() throws IOException {
    for (int status : STATUSES) {
      for (String target : TARGETS) {
        assertRefused("chatwoot", status, target);
      }
    }
  }

  /** The others call in the same way: each answers every status and every target once. */
  @ParameterizedTest
  @ValueSource(strings = {"salescaptain", "asapp", "crm", "workspace"})
  void nothingIsSentOnByTheOthers(String name) throws IOException {
    for (int i = 0; i < TARGETS.size(); i++) {
      assertRefused(name, STATUSES.get(i % STATUSES.size()), TARGETS.get(i));
    }
  }

  private void assertRefused(String name, int status, String target) throws IOException {
    try (Impostor elsewhere = Impostor.saying("200 OK", "", "{}").mayStayUnused()) {
      String location = target.replace("PORT", String.valueOf(elsewhere.port()));
      try (Impostor here =
          Impostor.saying(status + " Elsewhere", "Location: " + location + "\r\n", "")) {
        TestHost.Result result =
            Accounts.of(Accounts.platform(host, name), host, here.base()).run("-o", "jsonl");

        assertThat(result.out()).isEmpty();
        assertThat(result.err())
            .startsWith("convo: error: conversation ")
            .containsPattern("redirected (to .*|without an address) \\(HTTP " + status + "\\)")
            .doesNotContain("word", "token=");
        assertThat(result.code()).isEqualTo(9);
        Hostile.assertHarmless(result);
        assertThat(here.heads()).isNotEmpty().noneMatch(head -> head.contains("away"));
      }
      assertThat(elsewhere.heads()).isEmpty();
    }
  }

  /** Real TLS on this side, none on the other: where a token in the clear would be read. */
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void nothingIsSentOnWithoutTls(int status) throws Exception {
    Authority authority = new Authority("Convo Test Authority");
    String pem = authority.writeTo(home.resolve("authority.pem")).toString();
    try (Impostor elsewhere = Impostor.saying("200 OK", "", "{}").mayStayUnused()) {
      String location = "Location: http://127.0.0.1:" + elsewhere.port();
      for (Platform platform : host.platforms()) {
        try (Impostor here =
            new Impostor(
                authority.sockets(),
                head ->
                    Impostor.bytes(status + " Elsewhere", location + target(head) + "\r\n", ""))) {
          Accounts accounts = Accounts.of(platform, host, here.base("https"));

          TestHost.Result result = accounts.run("--no-messages", "--ca-bundle", pem);

          assertThat(result)
              .isEqualTo(
                  new TestHost.Result(
                      9,
                      "",
                      ("convo: error: conversation %s: redirected to http://127.0.0.1:PORT%s"
                              + " (HTTP %d) (host 127.0.0.1:PORT)\n"
                              + "  hint: if that is the platform, set base_url ="
                              + " \"http://127.0.0.1:PORT\"\n")
                          .formatted(accounts.example(), target(here.heads().get(0)), status)));
        }
      }
      assertThat(elsewhere.heads()).isEmpty();
    }
  }

  private static String target(String head) {
    return head.split(" ", -1)[1];
  }
}
