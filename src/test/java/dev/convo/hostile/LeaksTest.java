package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.http.Limits;
import dev.convo.http.Proxies;
import dev.convo.http.Transport;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.sandbox.Call;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret is said. {@link TestHost} looks at every run of every test; here are the worst. */
class LeaksTest {
  private static final String SECRET = "s3cr3t+/=&%-of-mine";

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
  void everyCodingOfASecretIsFound() {
    Set<String> secrets = Set.of(SECRET);

    assertThat(Leaks.in("nothing of it", secrets)).isEmpty();
    for (String before : List.of("", "u", "us", "Basic user:")) {
      String base64 =
          Base64.getEncoder()
              .encodeToString((before + SECRET + "!").getBytes(StandardCharsets.UTF_8));
      assertThat(Leaks.in("Basic " + base64, secrets)).isNotEmpty();
    }
    assertThat(Leaks.in("?token=s3cr3t%2B%2F%3D%26%25-of-mine", secrets)).isNotEmpty();
    assertThat(echoes())
        .allMatch(echo -> !Leaks.in("a " + echo.replace("\\u0025", "%") + " b", secrets).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 429, 500})
  void aPlatformThatEchoesTheSecretIsNotRepeated(int status) throws IOException {
    for (String echo : echoes()) {
      String headers =
          "Location: https://elsewhere.example/@/x\r\nX-Request-Id: @\r\nServer: @\r\nEtag: @\r\n"
              .replace("@", echo);
      String named = "X-" + echo.replaceAll("[^A-Za-z0-9%-]", "") + ": x\r\n";
      String body =
          """
          {"error":"bad token @","message":"bad token @","code":"@","requestId":"@","@":1,
          "id":"@","_id":"@","conversation_id":"@","uuid":"@","status":"failure"}
          """
              .replace("@", echo);
      for (String name : List.of("chatwoot", "salescaptain", "asapp", "crm", "workspace")) {
        for (String format : List.of("text", "json")) {
          try (Impostor impostor = Impostor.saying(status + " No", headers + named, body)) {
            Accounts accounts = Accounts.of(Accounts.platform(host, name), host, impostor.base());
            secretsAreMine();
            Path file = home.resolve("out");

            TestHost.Result result =
                accounts.run(
                    "-vv", "--retries", "0", "--error-format", format, "-O", file.toString());

            assertThat(result.code()).as(result.err()).isNotZero().isNotEqualTo(1);
            assertThat(Leaks.in(result.out() + result.err(), Set.of(SECRET))).isEmpty();
            assertThat(file).doesNotExist();
            assertThat(impostor.heads()).anyMatch(head -> head.contains(SECRET));
          }
        }
      }
    }
  }

  /** The secret as it is, with its characters written otherwise, and as part of what was sent. */
  private static List<String> echoes() {
    List<String> echoes = new ArrayList<>(List.of(SECRET));
    for (String form : List.of("\\u%04x", "%%%02X", "&#%d;")) {
      echoes.add(SECRET.chars().mapToObj(form::formatted).collect(Collectors.joining()));
    }
    echoes.add(echoes.get(2).replace("%", "\\u0025")); // of a URL within JSON
    for (String before : List.of("", "me:", "Bearer ", "x")) {
      echoes.add(
          Base64.getEncoder().encodeToString((before + SECRET).getBytes(StandardCharsets.UTF_8)));
    }
    return echoes;
  }

  private void secretsAreMine() {
    host.platforms().stream()
        .map(one -> one.provider().descriptor())
        .forEach(
            facts ->
                facts
                    .credentials()
                    .forEach(key -> host.variables.put(facts.variable(key.key()), SECRET)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void aBugIsToldByItsPlaceAndNotInItsWords(String format) {
    host.transport =
        settings ->
            (request, credentials) -> {
              throw new IllegalStateException("told " + credentials.get(0).value());
            };
    secretsAreMine();
    host.variables.put("CONVO_CHATWOOT_ACCOUNT_ID", "1");

    TestHost.Result result = host.run("chatwoot", "42", "-vv", "--error-format", format);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("a bug in convo: java.lang.IllegalStateException", "LeaksTest.java:")
        .doesNotContain("told");
  }

  /** A tool that fails says what it was about to hand over. */
  @Test
  void aCommandThatFailsDoesNotTellTheSecretAndDrivesNoTerminal() throws IOException {
    Path tool = home.resolve("tool");
    Files.writeString(
        tool,
        """
        echo '%1$s'
        echo 'sending %1$s' >&2
        printf '\\033[2J\\342\\200\\256\\177' >&2
        exit 9
        """
            .formatted(SECRET));
    host.profiles("[default.crm]\ntoken = { command = [\"sh\", \"" + tool + "\"] }\n");

    TestHost.Result result = host.run("crm", "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042");

    assertThat(result)
        .isEqualTo(
            new TestHost.Result(
                10,
                "",
                """
                convo: error: HOME/.config/convo/profiles.toml:2: default.crm.token: the command sh\
                 failed with exit code 9: sending *** ^[[2J<U+202E>^? (profile default, host\
                 api.ohallo.eu)
                  hint: run it by hand to see why
                """));
  }

  @Test
  void theSandboxTellsItsOwnCredentialsOnly() {
    secretsAreMine();
    host.inTerminal = false;

    TestHost.Result result = host.run("sandbox");

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("demo-chatwoot-token");
    assertThat(Leaks.in(result.out(), Set.of(SECRET))).isEmpty();
  }

  @Test
  void anOutputFileHoldsNoSecret() throws IOException {
    host.withSandbox();
    String toml = Files.readString(home.resolve(".config/convo/profiles.toml"));
    for (String format :
        List.of("table", "transcript", "markdown", "html", "json", "jsonl", "raw")) {
      Path file = home.resolve(format);

      assertThat(host.run("chatwoot", "42", "-o", format, "-O", file.toString()).code()).isZero();

      assertThat(Leaks.in(Files.readString(file), Leaks.secrets(toml))).isEmpty();
    }
    assertThat(Leaks.secrets(toml)).hasSizeGreaterThan(4);
  }

  @Test
  void nothingThatHoldsASecretPrintsIt() {
    URI proxy = URI.create("http://user:hunter2hunter2@proxy.example:3128");
    Map<String, String> variables = Map.of("CONVO_CRM_TOKEN", SECRET, "HTTPS_PROXY", "" + proxy);
    URI base = URI.create("https://chat.example.com");

    List<Object> holders =
        List.of(
            new Transport.Signature("Authorization", "Bearer " + SECRET),
            new Transport.Settings(
                base,
                new Limits(Duration.ZERO, 0, Duration.ZERO, 1, 1, Duration.ZERO, 1),
                new Proxies(variables, null, "")::forBase,
                List.of(),
                "convo"),
            new Proxies(variables, null, "").forBase(base).orElseThrow(),
            new Sourced("" + proxy, Source.option("proxy")),
            new Environment(variables, home, "me", false, false),
            new Call("GET", "/", Map.of(), Map.of("authorization", List.of(SECRET))));

    assertThat(Leaks.in("" + holders, Set.of(SECRET, "hunter2hunter2"))).isEmpty();
  }
}
