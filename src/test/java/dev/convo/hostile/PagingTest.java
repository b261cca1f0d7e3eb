package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.http.apache.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages that lead nowhere: a run ends, says so, shows what it has, and claims nothing complete. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PagingTest {
  private static final String CHATWOOT = "{\"id\":42,\"messages\":[]}";
  private static final String UUID = "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042";
  private static final String SALESCAPTAIN =
      "{\"message\":\"m\",\"conversation\":{\"data\":{\"conversation_id\":\"" + UUID + "\"}}}";
  private static final Pattern PAGE = Pattern.compile("(?:before|page_number)=([0-9]+)");

  @TempDir Path home;

  @Test
  void chatwootThatRepeatsItsNewestPageIsNotComplete() throws Exception {
    TestHost.Result result = chatwoot(before -> newest());

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("\"complete\":null", "\"code\":\"paged_back\"");
    assertThat(result.out().split("\"content_type\"", -1)).hasSize(21);
  }

  /** A page that is full, so that there may be others. */
  private static String newest() {
    return LongStream.range(99_999_980, 100_000_000)
        .mapToObj(id -> "{\"id\":" + id + "}")
        .collect(Collectors.joining(","));
  }

  @Test
  void salescaptainThatRepeatsAPageIsLeft() throws Exception {
    assertStopped(
        salescaptain(
            page -> "\"data\":[{\"message_id\":\"a\"}],\"pagination\":{\"total_pages\":9}"),
        "SalesCaptain sent the same page of messages again",
        1);
  }

  @Test
  void salescaptainThatRepeatsAPageWithoutIdsIsLeft() throws Exception {
    assertStopped(
        salescaptain(page -> "\"data\":[{\"message\":\"a\"}],\"pagination\":{\"total_pages\":9}"),
        "SalesCaptain sent the same page of messages again",
        1);
  }

  @Test
  void salescaptainThatGoesBackToAnEarlierPageIsLeft() throws Exception {
    assertStopped(
        salescaptain(page -> page(page % 2, 9, 9)),
        "SalesCaptain sent the same page of messages again",
        2);
  }

  @Test
  void salescaptainWhoseTotalChangesIsNotComplete() throws Exception {
    TestHost.Result result =
        salescaptain(
            page ->
                "\"data\":[{\"message_id\":\""
                    + page
                    + "\"}],\"pagination\":{\"total_pages\":2,\"total_count\":"
                    + (page + 1)
                    + "}");

    assertIncomplete(
        result,
        "total_changed",
        "the number of messages changed during the fetch; run it again to get them all");
  }

  @Test
  void salescaptainWhoseTotalChangesAndChangesBackIsNotComplete() throws Exception {
    assertIncomplete(
        salescaptain(page -> page(page, 4, page == 2 ? 5 : 4)),
        "total_changed",
        "the number of messages changed during the fetch; run it again to get them all");
  }

  @Test
  void salescaptainWhosePagesBecomeFewerIsNotComplete() throws Exception {
    assertIncomplete(
        salescaptain(page -> page(page, 9 - 4 * (page - 1), 9)),
        "total_differs",
        "SalesCaptain counts 9 messages and sent 3");
  }

  @Test
  void salescaptainThatCountsBelowZeroIsNotComplete() throws Exception {
    assertIncomplete(
        salescaptain(page -> page(page, -1, -1)),
        "total_differs",
        "SalesCaptain counts -1 messages and sent 1");
  }

  @Test
  void salescaptainWhoseMessagesMoveToTheNextPageHasThemOnce() throws Exception {
    TestHost.Result result =
        salescaptain(
            page ->
                "\"data\":[{\"message_id\":\"1\"},{\"message_id\":\""
                    + (page + 1)
                    + "\"}],\"pagination\":{\"total_pages\":2,\"total_count\":3}");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("\"complete\":true,\"selection\":null,\"messages_expected\":3");
    assertThat(result.out().split("\"content_type\"", -1)).hasSize(4);
  }

  @Test
  void salescaptainThatPromisesMoreThanItSendsIsNotComplete() throws Exception {
    TestHost.Result result =
        salescaptain(
            page ->
                page == 1
                    ? "\"data\":[{\"message_id\":\"1\"}],"
                        + "\"pagination\":{\"total_pages\":3,\"total_count\":3}"
                    : "\"data\":[],\"pagination\":{\"total_pages\":3,\"total_count\":3}");

    assertIncomplete(result, "total_differs", "SalesCaptain counts 3 messages and sent 1");
  }

  /** A page of one message. */
  private static String page(long id, long pages, long total) {
    return "\"data\":[{\"message_id\":\""
        + id
        + "\"}],\"pagination\":{\"total_pages\":"
        + pages
        + ",\"total_count\":"
        + total
        + "}";
  }

  private static void assertStopped(TestHost.Result result, String why, int messages) {
    assertIncomplete(result, "paging_stopped", why + "; some messages may be missing");
    assertThat(result.out().split("\"content_type\"", -1).length - 1).isEqualTo(messages);
  }

  private static void assertIncomplete(TestHost.Result result, String code, String text) {
    String meta = result.out().substring(result.out().lastIndexOf("\"meta\""));
    String why = text.replace("; some messages may be missing", "");
    assertThat(result.err())
        .startsWith("convo: error: ")
        .contains(why + " (profile default, host 127.0.0.1:PORT)\n");
    assertThat(meta).contains("\"complete\":false");
    assertThat(meta).contains("{\"code\":\"" + code + "\",\"text\":\"" + text + "\"}");
    assertThat(result.code()).isEqualTo(8);
  }

  /**
   * A run against a Chatwoot.
   *
   * @param messages the messages before an id; below 0 for the newest
   */
  private TestHost.Result chatwoot(LongFunction<String> messages) throws IOException {
    return run(
        "chatwoot 42 -o jsonl",
        (path, page) ->
            path.contains("/messages") ? "{\"payload\":[" + messages.apply(page) + "]}" : CHATWOOT);
  }

  private TestHost.Result salescaptain(LongFunction<String> messages) throws IOException {
    return run(
        "salescaptain " + UUID + " -o jsonl",
        (path, page) ->
            path.contains("/fetch-messages/")
                ? "{\"message\":\"m\",\"messages\":{" + messages.apply(page) + "}}"
                : SALESCAPTAIN);
  }

  private interface Answer {
    String to(String path, long page);
  }

  private TestHost.Result run(String line, Answer answer) throws IOException {
    RawServer.Script script =
        socket -> {
          socket.setTcpNoDelay(true);
          for (String head = RawServer.head(socket);
              !head.isEmpty();
              head = RawServer.head(socket)) {
            String path = head.split(" ", 3)[1];
            Matcher page = PAGE.matcher(path);
            String body = answer.to(path, page.find() ? Long.parseLong(page.group(1)) : -1);
            write(socket, ok(body).replace("Connection: close\r\n", ""));
          }
        };
    try (RawServer server = new RawServer(script)) {
      return new Scene(home).run("paging", line, server.uri("http"), "");
    }
  }
}
