package dev.convo.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static Service service(String name, Function<Call, Answer> answer) {
    return new Service(name, Map.of("account_id", "7", "token", "open-" + name), "", "") {
      @Override
      public Answer answer(Call call) {
        return answer.apply(call);
      }
    };
  }

  private static Service echo(String name) {
    return service(name, call -> Answer.text(200, call.method() + " " + call.path()));
  }

  @Test
  void answersBelowThePathOfTheService() throws Exception {
    try (Caller caller = Caller.of(echo("crm"))) {
      assertThat(caller.said("/api/x%2Fy?q=1")).isEqualTo("200 GET /api/x%2Fy");
      assertThat(caller.said("")).isEqualTo("200 GET ");
    }
  }

  @Test
  void aLongerNameIsAnotherService() throws Exception {
    try (Caller caller = Caller.of(echo("crm"))) {
      assertThat(caller.said("x/api")).isEqualTo("404 no such platform here\n");
    }
  }

  @Test
  void headIsAnsweredWithoutABody() throws Exception {
    try (Caller caller = Caller.of(echo("crm"))) {
      HttpResponse<String> response = caller.send("HEAD", "/api");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void answersSeveralRequestsAtOnce() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Service meeting =
        service(
            "crm",
            call -> {
              try {
                both.await(5, TimeUnit.SECONDS);
                return Answer.text(200, "met");
              } catch (Exception e) {
                return Answer.text(500, "alone");
              }
            });
    try (Caller caller = Caller.of(meeting)) {
      FutureTask<String> other = new FutureTask<>(() -> caller.said("/other"));
      new Thread(other).start();

      assertThat(caller.said("/one")).isEqualTo("200 met");
      assertThat(other.get()).isEqualTo("200 met");
    }
  }

  @Test
  void listensOnLoopbackOnly() {
    try (Sandbox sandbox = Sandbox.start(0, List.of(echo("crm")), false)) {
      assertThat(sandbox.address().getAddress().isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void keepsNoProcessAlive() throws Exception {
    try (Caller caller = Caller.of(echo("crm"))) {
      caller.said("/");

      List<Thread> threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(
                  thread ->
                      thread.getName().equals("sandbox")
                          || thread.getName().equals("HTTP-Dispatcher"))
              .toList();
      assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
    }
  }

  @Test
  void writesTheProfileThatLeadsToIt() {
    try (Sandbox sandbox = Sandbox.start(0, List.of(echo("crm"), echo("chatwoot")), false)) {
      assertThat(sandbox.profileLines("sandbox"))
          .isEqualTo(
              """
              [sandbox.crm]
              base_url = "http://127.0.0.1:%1$d/crm"
              account_id = 7
              token = "open-crm"

              [sandbox.chatwoot]
              base_url = "http://127.0.0.1:%1$d/chatwoot"
              account_id = 7
              token = "open-chatwoot"
              """
                  .formatted(sandbox.port()));
    }
  }

  @Test
  void filesAreNamedAtTheAddressThatWasAskedAndAreFoundThere() throws Exception {
    String named = "{\"data_url\":\"https://files.example.com/881/aurora-shade.jpg\"}";
    List<Service> services = List.of(service("crm", call -> Answer.json(200, named)));
    try (Sandbox sandbox = Sandbox.start(0, services, true)) {
      String base = "http://localhost:" + sandbox.port();
      String file = base + "/files/files.example.com/881/aurora-shade.jpg";

      try (InputStream answer = URI.create(base + "/crm/api").toURL().openStream()) {
        assertThat(answer).asString(UTF_8).isEqualTo("{\"data_url\":\"" + file + "\"}");
      }
      try (InputStream picture = URI.create(file).toURL().openStream()) {
        assertThat(picture.read()).isEqualTo(0xFF);
      }
    }
  }

  @Test
  void aPortInUseIsSaidInOneSentence() {
    try (Sandbox first = Sandbox.start(0, List.of(), false)) {
      assertThatThrownBy(() -> Sandbox.start(first.port(), List.of(), false))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
                assertThat(failure.message())
                    .isEqualTo(
                        "the sandbox cannot listen on port "
                            + first.port()
                            + ": it is in use or not allowed");
                assertThat(failure.hint()).isEqualTo("--port 0 takes any free one");
              });
    }
  }

  @Test
  void aPortThatDoesNotExistIsAUsageFault() {
    assertThatThrownBy(() -> Sandbox.start(65_536, List.of(), false))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.USAGE);
              assertThat(failure.message()).isEqualTo("there is no port 65536");
            });
  }

  @Test
  void aClosedSandboxFreesItsPort() {
    Sandbox first = Sandbox.start(0, List.of(), false);
    first.close();

    try (Sandbox second = Sandbox.start(first.port(), List.of(), false)) {
      assertThat(second.port()).isEqualTo(first.port());
    }
  }
}
