package dev.convo.http.apache;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the whole head of an answer. HttpCore 5.4 takes the end of the connection for the end of
 * the head, and half a line for a whole one: a truncated answer would pass for an empty one, or for
 * something other than HTTP.
 */
final class WholeHead extends DefaultHttpResponseParser {
  // How a TLS record with an alert begins: https://www.rfc-editor.org/rfc/rfc8446#section-5.1
  private static final byte ALERT = 0x15;
  private static final byte MAJOR = 3;

  private boolean begun;
  private boolean ended;

  WholeHead(Http1Config limits) {
    super(limits);
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, HttpException {
    begun = false;
    ended = false;
    return super.parse(buffer, new Connection(in));
  }

  @Override
  protected ClassicHttpResponse createMessage(CharArrayBuffer firstLine)
      throws IOException, HttpException {
    if (ended && firstLine.toString().startsWith("HTTP/")) {
      throw cut();
    }
    begun = true;
    return super.createMessage(firstLine);
  }

  /** The answer to a request in plain HTTP is a TLS alert. */
  static final class TlsAnswer extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static ConnectionClosedException cut() {
    return new ConnectionClosedException("the connection ended within the head of an answer");
  }

  /** The source of the head; its end is a fault once an answer has begun. */
  private final class Connection extends FilterInputStream {
    Connection(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (!begun && count >= 2 && target[offset] == ALERT && target[offset + 1] == MAJOR) {
        throw new TlsAnswer();
      }
      ended = count < 0;
      if (ended && begun) {
        throw cut();
      }
      return count;
    }
  }
}
