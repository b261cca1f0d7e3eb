package dev.convo.source;

import dev.convo.http.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps the body of the last reply, byte for byte and once, for {@code -o raw}. */
final class Recorder {
  private List<byte[]> body = List.of();

  /** The same exchange, recorded. */
  Exchange over(Exchange exchange) {
    return request -> {
      List<byte[]> pieces = new ArrayList<>();
      body = pieces;
      return exchange
          .send(request)
          .tapped(
              (bytes, from, count) -> pieces.add(Arrays.copyOfRange(bytes, from, from + count)));
    };
  }

  /** The last body as far as it was read, after content decoding, in pieces of any size. */
  List<byte[]> body() {
    return body;
  }
}
