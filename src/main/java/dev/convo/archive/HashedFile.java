package dev.convo.archive;

import dev.convo.files.PrivateFiles;
import dev.convo.http.Download;
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

/**
 * A new file of a conversation that is being saved, hashed as it is written; only its user can read
 * it. Every method throws {@link dev.convo.failure.Failure} OUTPUT if it cannot be written.
 */
public final class HashedFile extends OutputStream implements Download.Into {
  private static final int BUFFER = 64 * 1024;

  private final Archive archive;
  private final Path path;
  private final FileChannel channel;
  private final MessageDigest digest = digest();
  private long size;

  HashedFile(Archive archive, Path path) {
    this.archive = archive;
    this.path = path;
    try {
      this.channel = PrivateFiles.file(path);
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    ByteBuffer left = ByteBuffer.wrap(bytes, from, count);
    try {
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException e) {
      throw archive.cannot(e);
    }
    digest.update(bytes, from, count);
    size += count;
  }

  @Override
  public void restart() {
    try {
      channel.truncate(0);
    } catch (IOException e) {
      throw archive.cannot(e);
    }
    digest.reset();
    size = 0;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  /**
   * Gives it its final name, which no other file may have.
   *
   * @param name relative to the conversation's folder
   */
  Manifest.Entry keep(Path folder, String name) {
    close();
    try {
      Files.move(path, folder.resolve(name));
    } catch (IOException e) {
      throw archive.cannot(e);
    }
    return entry(name);
  }

  /** Closes it, and removes it unless it has its final name. */
  public void remove() {
    close();
    PrivateFiles.remove(path);
  }

  /** What was written; called once, at the end. */
  Manifest.Entry entry(String name) {
    return new Manifest.Entry(name, size, hex(digest));
  }

  /** What a stream holds. */
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

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has SHA-256.
    }
  }
}
