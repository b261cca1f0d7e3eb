package dev.convo.archive;

import dev.convo.files.PrivateFiles;
import dev.convo.http.Download;
import java.io.IOException;
import java.nio.file.Path;

/** A file of a message while it is fetched; it gets its name once it is whole. */
public final class Arriving implements Download.Into, AutoCloseable {
  private final Archive archive;
  private final Path folder;
  private final HashedFile file;

  /**
   * Makes room for it.
   *
   * @param folder where it is kept; made for the first one
   * @param path where it arrives
   */
  Arriving(Archive archive, Path folder, Path path) throws IOException {
    this.archive = archive;
    this.folder = folder;
    this.file = new HashedFile(path);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    try {
      file.write(bytes, from, count);
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  @Override
  public void restart() {
    try {
      file.restart();
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
      PrivateFiles.folders(folder);
      file.move(folder.resolve(name.text()));
      return file.entry(Manifest.ATTACHMENTS + "/" + name.text());
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  /** Forgets it, unless it was kept. */
  @Override
  public void close() {
    try {
      file.remove();
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }
}
