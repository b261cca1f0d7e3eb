import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes the answers that the benchmark's servers give: {@code java Bodies.java FOLDER}. A request
 * for {@code /path} is answered with the file {@code path.json}.
 */
public final class Bodies {
  private static final int CONVERSATIONS = 1000;
  private static final int MESSAGES_EACH = 50;
  private static final Instant BEGAN = Instant.parse("2026-03-15T08:00:00Z");
  private static final int[] LONG = {1_000, 10_000, 100_000, 400_000};

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (int id = 1; id <= CONVERSATIONS; id++) {
      write(folder, "api/v1/accounts/1/conversations/" + id, chatwoot(id));
      talk(folder, "c" + id, MESSAGES_EACH);
    }
    for (int messages : LONG) {
      talk(folder, "m" + messages, messages);
    }
    write(folder, "conversation/v1/conversations/c1", asapp());
    write(folder, "conversation/v1/conversations/c1/messages", asappMessages());
  }

  private static Path file(Path folder, String path) throws IOException {
    Path file = folder.resolve(path + ".json");
    Files.createDirectories(file.getParent());
    return file;
  }

  private static void write(Path folder, String path, String body) throws IOException {
    Files.writeString(file(folder, path), body);
  }

  /** A conversation without its messages, as Chatwoot answers. */
  private static String chatwoot(int id) {
    return """
        {"meta":{"sender":{"id":7,"name":"Ines Duarte","email":"ines@example.com","phone_number":null,\
        "identifier":null,"thumbnail":"","additional_attributes":{"city":"Porto"},"custom_attributes":{"plan":"team"},\
        "last_activity_at":1773563000,"created_at":1770000000},"channel":"Channel::WebWidget",\
        "assignee":{"id":14,"account_id":1,"availability_status":"online","name":"Tom","role":"agent"},"hmac_verified":false},\
        "id":%s,"messages":[],"account_id":1,"uuid":"0e8d9f0c-5f2c-4b41-8a60-7c6b6f6b9a11","additional_attributes":{},\
        "agent_last_seen_at":1773563000,"assignee_last_seen_at":0,"can_reply":true,"contact_last_seen_at":1773563000,\
        "custom_attributes":{"order":"A-1009"},"inbox_id":1,"labels":["billing","vip"],"muted":false,"snoozed_until":null,\
        "status":"open","created_at":1773561600,"updated_at":1773563001.25,"timestamp":1773563000,"first_reply_created_at":0,\
        "unread_count":2,"last_activity_at":1773563000,"priority":"high","waiting_since":0,"sla_policy_id":null}"""
        .formatted(id);
  }

  private static String asapp() {
    return """
        {"id":"c1","externalId":"ext-1","agent":{"externalId":"a-1","name":"Tom"},\
        "customer":{"externalId":"c-1","name":"Ines Duarte"},"metadata":{"queue":"billing","language":"en"}}""";
  }

  private static String asappMessages() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      items
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"text":"Message %d: the invoice shows a period that we were not customers in.","sender":{"role":"%s",\
              "externalId":"%s"},"messageId":"m-%d","createdTimestamp":"2026-03-15T08:%02d:00.000Z",\
              "clientTimestamp":"2026-03-15T08:%02d:00.000Z"}"""
                  .formatted(
                      i, i % 2 == 0 ? "customer" : "agent", i % 2 == 0 ? "c-1" : "a-1", i, i, i));
    }
    return "{\"items\":[" + items + "]}";
  }

  /** A conversation with its messages, about 250 bytes each, as Trillet answers. */
  private static void talk(Path folder, String id, int messages) throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(file(folder, "v1/api/conversations/" + id))) {
      out.write(
          """
          {"_id":"%s","userId":"u1","pathwayId":"pw1","agentId":"ag1",\
          "customer":{"name":"Ines Duarte","email":"ines@example.com","phone":"+351000000"},\
          "createdAt":"2026-03-15T08:00:00Z","updatedAt":"2026-03-16T08:00:00Z","messages":["""
              .formatted(id));
      for (int i = 0; i < messages; i++) {
        out.write(
            (i == 0 ? "" : ",")
                + """
                  {"_id":"%024d","direction":"%s","sent":true,"status":"approved",\
                  "message":"Message %d of a very long conversation about greenhouse sensors, valves and the pumps behind them.",\
                  "createdAt":"%s","updatedAt":"%s"}"""
                    .formatted(
                        i,
                        i % 2 == 0 ? "inbound" : "outbound",
                        i,
                        BEGAN.plusSeconds(i),
                        BEGAN.plusSeconds(i)));
      }
      out.write("]}");
    }
  }
}
