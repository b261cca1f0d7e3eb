package dev.convo.source;

import dev.convo.http.Exchange;
import dev.convo.http.Reply;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps the body of the last reply, byte for byte, for {@code -o raw}. */
final class Recorder {
  private List<byte[]> body = List.of();

  /** The same exchange, recorded. */
  Exchange over(Exchange exchange) {
    return request -> {
      Reply reply = exchange.send(request);
      Copying copying = new Copying(reply.body());
      body = copying.pieces;
      return new Reply(reply.status(), reply.headers(), copying, reply.abort());
    };
  }

  /** The last body as far as it was read, after content decoding, in pieces of any size. */
  List<byte[]> body() {
    return body;
  }

  /** A stream that keeps what was read, once: bodies are large. */
  private static final class Copying extends FilterInputStream {
    private final List<byte[]> pieces = new ArrayList<>();

    Copying(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        pieces.add(Arrays.copyOfRange(target, offset, offset + count));
      }
      return count;
    }
  }
}
