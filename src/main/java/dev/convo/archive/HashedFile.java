package dev.convo.archive;

import dev.convo.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A new file that its user alone can read, hashed as it is written. */
final class HashedFile extends OutputStream {
  private static final int BUFFER = 64 * 1024;

  private final Path path;
  private final FileChannel channel;
  private final MessageDigest digest = digest();
  private long size;

  HashedFile(Path path) throws IOException {
    this.path = path;
    this.channel = PrivateFiles.file(path);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, from, count);
    while (left.hasRemaining()) {
      channel.write(left);
    }
    digest.update(bytes, from, count);
    size += count;
  }

  /** Discards what was written. */
  void restart() throws IOException {
    channel.truncate(0);
    digest.reset();
    size = 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Closes it and gives it another name, which no other file may have. */
  void move(Path to) throws IOException {
    close();
    Files.move(path, to);
  }

  /** Closes and removes it, unless it was moved. */
  void remove() throws IOException {
    close();
    Files.deleteIfExists(path);
  }

  /**
   * What has been written; asked once, at the end.
   *
   * @param name the file's, in its folder
   */
  Manifest.Entry entry(String name) {
    return new Manifest.Entry(name, size, hex(digest));
  }

  /** What comes out of a stream. */
  static Manifest.Entry entry(String name, InputStream in) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
      size += count;
    }
    return new Manifest.Entry(name, size, hex(digest));
  }

  /** The SHA-256 of these bytes, as a file's is written. */
  static String sha256(byte[] bytes) {
    MessageDigest digest = digest();
    digest.update(bytes);
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
