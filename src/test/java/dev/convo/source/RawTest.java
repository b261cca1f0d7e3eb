package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.Exchange;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RawTest {
  private static final Request REQUEST = Request.of("conversation 42", "conversations/42");

  private final Queue<byte[]> bodies =
      new ArrayDeque<>(List.of(new byte[] {0, (byte) 0xff, '\r', '\n'}, new byte[] {'2'}));
  private final List<byte[]> recorded = new ArrayList<>();
  private final Exchange exchange =
      Live.recorded(
          request ->
              new Reply(200, Headers.NONE, new ByteArrayInputStream(bodies.remove()), () -> {}),
          recorded);

  @Test
  void keepsEveryByteHoweverItIsRead() throws IOException {
    Reply reply = exchange.send(REQUEST);
    reply.body().read();
    reply.body().readAllBytes();

    assertThat(kept()).containsExactly(0, 0xff, '\r', '\n');
  }

  @Test
  void keepsOnlyWhatWasRead() throws IOException {
    exchange.send(REQUEST).body().readNBytes(2);

    assertThat(kept()).containsExactly(0, 0xff);
  }

  @Test
  void keepsTheLastOfSeveralReplies() throws IOException {
    exchange.send(REQUEST).body().readAllBytes();
    exchange.send(REQUEST).body().readAllBytes();

    assertThat(kept()).containsExactly('2');
  }

  private byte[] kept() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    recorded.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
