package dev.convo.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A file with a secret in it: only its user and root may read it, change it or replace it. */
public final class SecretFile {
  private SecretFile() {}

  /**
   * Reads one.
   *
   * @param user the user's name, as Java says it
   * @param most bytes that are read; the rest is left
   * @param refusal what to throw if others may read or change it
   */
  public static byte[] read(
      Path file, String user, int most, Function<FileRisk, RuntimeException> refusal)
      throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw refusal.apply(new FileRisk("is not a regular file", "name a file"));
    }
    Route route = Route.to(file);
    FileRisk.of(route, FileOwnership.ownerName(user))
        .ifPresent(
            risk -> {
              throw refusal.apply(risk);
            });
    if (FileOwnership.of(route.end()).filter(FileOwnership::readByOthers).isPresent()) {
      throw refusal.apply(new FileRisk("can be read by others", "chmod 600 " + ShellWord.of(file)));
    }
    try (InputStream in = Files.newInputStream(route.end())) {
      return in.readNBytes(most);
    }
  }
}
