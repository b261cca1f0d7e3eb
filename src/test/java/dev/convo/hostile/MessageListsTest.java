package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import dev.convo.cli.TestHost;
import dev.convo.http.apache.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Something else where a platform's list of messages belongs: nobody is told that all is there. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MessageListsTest {
  private static final String UUID = "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042";

  private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

  static {
    INSTEAD.put("nothing", "");
    INSTEAD.put("null", "null");
    INSTEAD.put("a number", "17");
    INSTEAD.put("text", "\"text\"");
    INSTEAD.put("an object", "{\"a\":1}");
    INSTEAD.put("a list of words", "[\"word\"]");
    INSTEAD.put("a list of lists", "[[]]");
    INSTEAD.put("a list of nothing", "[null]");
  }

  @TempDir Path home;
  private Scene scene = new Scene(Path.of(""));

  @BeforeEach
  void start() {
    scene = new Scene(home);
  }

  @Test
  void noPlatformIsTakenToHaveSentAllMessages() throws Exception {
    for (Map.Entry<String, String> list : INSTEAD.entrySet()) {
      String name = list.getKey();
      String value = list.getValue();
      run(name, "chatwoot 42", "{\"id\":42}", "{" + member("payload", value) + "}");
      run(
          name,
          "asapp 01HXTESTCONVERSATION00042",
          "{\"id\":\"01HXTESTCONVERSATION00042\"}",
          "{" + member("items", value) + "}");
      String salescaptain = "{\"conversation\":{\"data\":{\"conversation_id\":\"" + UUID + "\"}}}";
      run(
          name,
          "salescaptain " + UUID,
          salescaptain,
          "{\"messages\":{\"pagination\":{\"total_pages\":1}"
              + behind(member("data", value))
              + "}}");
      run(
          name + " around the list",
          "salescaptain " + UUID,
          salescaptain,
          "{" + member("messages", value) + "}");
      run(
          name + ", and a count of none",
          "salescaptain " + UUID,
          salescaptain,
          "{\"messages\":{\"pagination\":{\"total_pages\":1,\"total_count\":0}"
              + behind(member("data", value))
              + "}}");
      if (!value.isEmpty() && !value.equals("null")) {
        // Without a list, a count of none is true.
        run(
            name + ", and a count of none",
            "crm 42",
            "{\"id\":42,\"messageCount\":0" + behind(member("messages", value)) + "}",
            "");
      }
      run(name, "crm 42", "{\"id\":42" + behind(member("messages", value)) + "}", "");
      run(name, "workspace 42", "{\"_id\":\"42\"" + behind(member("messages", value)) + "}", "");
    }

    Golden.check("hostile/message-lists.txt", scene.told());
  }

  private static String member(String name, String value) {
    return value.isEmpty() ? "" : "\"" + name + "\":" + value;
  }

  private static String behind(String member) {
    return member.isEmpty() ? "" : "," + member;
  }

  private void run(String name, String line, String conversation, String messages)
      throws IOException {
    RawServer.Script script =
        socket -> {
          String path = RawServer.head(socket).split(" ", 3)[1];
          write(socket, ok(path.contains("messages") ? messages : conversation));
        };
    try (RawServer server = new RawServer(script)) {
      TestHost.Result result = scene.run(name, line + " -o jsonl", server.uri("http"));
      int meta = result.out().indexOf("\"meta\":");
      if (meta >= 0) {
        scene.tell(result.out().substring(meta));
        assertThat(result.out()).as(line + ": " + name).doesNotContain("\"complete\":true");
        assertThat(result.out()).as(line + ": " + name).doesNotContain("\"notes\":[]");
      } else {
        assertThat(result.code()).as(line + ": " + name).isEqualTo(9);
      }
    }
  }
}
