package dev.convo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.apache.RawServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An overview of many conversations, by the program in a process of its own. */
class OverviewTest {
  private static final int MANY = 1000;

  /** All conversations together need some 200 MiB. */
  private static final String HEAP = "-Xmx48m";

  private static final String MESSAGES =
      IntStream.rangeClosed(1, 200)
          .mapToObj(
              number ->
                  "{\"id\":\"m%d\",\"direction\":\"%s\",\"content\":\"%s\",\"createdAt\":\"2026-03-16T08:%02d:%02dZ\"}"
                      .formatted(
                          number,
                          number % 2 == 1 ? "inbound" : "outbound",
                          "What was said. ".repeat(30),
                          number / 60,
                          number % 60))
          .collect(Collectors.joining(","));

  @TempDir Path home;

  @Test
  void theFirstRowIsOutBeforeTheLastIsFetchedAndNoneIsKept() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    try (RawServer server = new RawServer(socket -> serve(socket, read))) {
      Process convo = convo(server);
      BufferedReader out = convo.inputReader(UTF_8);
      for (int i = 1; i <= MANY; i++) {
        convo.getOutputStream().write(("c" + i + "\n").getBytes(UTF_8));
      }
      convo.getOutputStream().close();

      assertThat(out.readLine()).startsWith("id      status");
      assertThat(out.readLine()).startsWith("c1 ");
      read.countDown();

      List<String> rows = out.lines().toList();
      assertThat(new String(convo.getErrorStream().readAllBytes(), UTF_8))
          .isEqualTo("convo: 1000 of 1000 shown\n");
      assertThat(rows).hasSize(MANY - 1).last().asString().startsWith("c1000 ");
      assertThat(convo.waitFor()).isZero();
    }
  }

  /** Answers every conversation, the last one only once the first row has been read. */
  private static void serve(Socket socket, CountDownLatch read)
      throws IOException, InterruptedException {
    Matcher asked = Pattern.compile("/(c\\d+) ").matcher(RawServer.head(socket));
    if (asked.find()) {
      if (asked.group(1).equals("c" + MANY)) {
        read.await();
      }
      String body =
          "{\"id\":\"%s\",\"status\":\"open\",\"messageCount\":200,\"messages\":[%s]}"
              .formatted(asked.group(1), MESSAGES);
      String head =
          RawServer.lines(
              "HTTP/1.1 200 OK",
              "Content-Type: application/json",
              "Content-Length: " + body.length(),
              "Connection: close");
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
    }
  }

  private Process convo(RawServer server) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-Duser.home=" + home,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.convo.Main",
            "crm",
            "-",
            "-o",
            "overview");
    builder.environment().clear();
    builder.environment().put("CONVO_CRM_BASE_URL", server.uri("http").toString());
    builder.environment().put("CONVO_CRM_TOKEN", "test-token");
    return builder.start();
  }
}
