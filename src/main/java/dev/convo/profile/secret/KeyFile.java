package dev.convo.profile.secret;

import dev.convo.failure.Failure;
import dev.convo.files.FileFault;
import dev.convo.files.SecretFile;
import dev.convo.files.ShellWord;
import java.io.IOException;
import java.nio.file.Path;

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
      byte[] key =
          SecretFile.read(
              file, user, MOST + 1, risk -> refused(file + " " + risk.what(), risk.hint()));
      if (key.length < LEAST || key.length > MOST) {
        throw refused(
            file
                + " is not a key: it has "
                + (key.length > MOST ? "too many" : key.length)
                + " bytes",
            makeOne(file));
      }
      return key;
    } catch (IOException e) {
      throw refused(file + " cannot be read: " + FileFault.words(e), makeOne(file));
    }
  }

  private static String makeOne(Path file) {
    return "make one: (umask 077; openssl rand -hex 32 > " + ShellWord.of(file) + ")";
  }

  private static Failure refused(String what, String hint) {
    return Failure.usage("--redact-key: " + what, hint);
  }
}
