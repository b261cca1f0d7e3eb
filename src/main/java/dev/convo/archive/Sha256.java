package dev.convo.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hexadecimal digits. */
final class Sha256 {
  private static final int BUFFER = 64 * 1024;

  private Sha256() {}

  static String of(byte[] bytes) {
    return hex(digest().digest(bytes));
  }

  /** Of all that comes out of a stream. */
  static Found of(InputStream in) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
      size += count;
    }
    return new Found(size, hex(digest.digest()));
  }

  /** What a file is now. */
  record Found(long size, String hash) {}

  /** A stream that hashes what it passes on. */
  static final class Into extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest = digest();
    private long size;

    Into(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
      digest.update(bytes, from, count);
      size += count;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    /** What has been written; asked once, at the end. */
    Found written() {
      return new Found(size, hex(digest.digest()));
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
