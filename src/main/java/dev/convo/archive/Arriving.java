package dev.convo.archive;

import dev.convo.http.Download;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a message while it is fetched; it gets its name once it is whole. */
public final class Arriving implements Download.Into, AutoCloseable {
  private final Archive archive;
  private final Path folder;
  private final Path file;
  private final FileChannel channel;
  private Sha256.Into out;

  /**
   * Makes room for it.
   *
   * @param folder where it is kept; made for the first one
   * @param file where it arrives
   */
  Arriving(Archive archive, Path folder, Path file) throws IOException {
    this.archive = archive;
    this.folder = folder;
    this.file = file;
    this.channel = PrivateFiles.channel(file);
    this.out = hashing();
  }

  private Sha256.Into hashing() {
    return new Sha256.Into(Channels.newOutputStream(channel));
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  @Override
  public void restart() {
    try {
      channel.truncate(0);
      out = hashing();
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  /**
   * Gives the whole file its name; no other may have it.
   *
   * @throws dev.convo.failure.Failure OUTPUT if it could not be written
   */
  public Manifest.Entry keep(AttachmentName name) {
    try {
      channel.close();
      PrivateFiles.folders(folder);
      Files.move(file, folder.resolve(name.text()));
      Sha256.Found written = out.written();
      return new Manifest.Entry(
          Manifest.ATTACHMENTS + "/" + name.text(), written.size(), written.hash());
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  /** Forgets it, unless it was kept. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }
}
