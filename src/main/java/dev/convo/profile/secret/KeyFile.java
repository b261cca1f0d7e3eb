package dev.convo.profile.secret;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.files.FileFault;
import dev.convo.files.FileOwnership;
import dev.convo.files.FileRisk;
import dev.convo.files.Route;
import dev.convo.files.ShellWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A key file of the user's, under the same rules as a file with a secret. */
public final class KeyFile {
  /** In bytes. A shorter key could be guessed. */
  private static final int LEAST = 16;

  private static final int MOST = 64 * 1024;

  private KeyFile() {}

  /**
   * The bytes of a key.
   *
   * @param user who must own the file
   * @throws Failure USAGE if it is missing, too short or too long, or if others can read or change
   *     it
   */
  public static byte[] read(Path file, String user) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw refused(file + " is not a regular file", "name a file");
      }
      Route route = Route.to(file);
      Optional<FileRisk> risk = FileRisk.of(route, FileOwnership.ownerName(user));
      if (risk.isPresent()) {
        throw refused(file + " " + risk.get().what(), risk.get().hint());
      }
      if (FileOwnership.of(route.end()).filter(FileOwnership::readByOthers).isPresent()) {
        throw refused(file + " can be read by others", "chmod 600 " + ShellWord.of(file));
      }
      byte[] key;
      try (InputStream in = Files.newInputStream(route.end())) {
        key = in.readNBytes(MOST + 1);
      }
      if (key.length < LEAST || key.length > MOST) {
        throw refused(
            file + " is no key: it has " + (key.length > MOST ? "too many" : key.length) + " bytes",
            "make one: (umask 077; openssl rand -hex 32 > " + ShellWord.of(file) + ")");
      }
      return key;
    } catch (IOException e) {
      throw refused(
          file + " cannot be read: " + FileFault.words(e),
          "make one: (umask 077; openssl rand -hex 32 > " + ShellWord.of(file) + ")");
    }
  }

  private static Failure refused(String what, String hint) {
    return new Failure(Kind.USAGE, "--redact-key: " + what, hint);
  }
}
