package dev.convo.profile.file;

import dev.convo.failure.Failure;
import dev.convo.files.FileFault;
import dev.convo.files.FileOwnership;
import dev.convo.files.FileRisk;
import dev.convo.files.PrivateFiles;
import dev.convo.files.Route;
import dev.convo.files.ShellWord;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The place of the profile file, whether or not it exists.
 *
 * @param path absolute
 * @param named whether {@code CONVO_CONFIG} names it: then it must exist
 */
public record ProfileFile(Path path, boolean named) {
  private static final int MOST_BYTES = 64 * 1024;

  /** Finds the file's path in the environment. Opens nothing. */
  public static ProfileFile find(Environment machine) {
    return machine
        .sourced("CONVO_CONFIG")
        .map(name -> new ProfileFile(machine.path(name, Path.of("").toAbsolutePath()), true))
        .orElseGet(
            () ->
                new ProfileFile(folder(machine).resolve("convo").resolve("profiles.toml"), false));
  }

  private static Path folder(Environment machine) {
    // The specification tells programs to ignore relative paths:
    // https://specifications.freedesktop.org/basedir-spec/latest/
    Optional<Path> xdg = folder(machine, "XDG_CONFIG_HOME").filter(Path::isAbsolute);
    return xdg.orElseGet(
        () ->
            machine.windows()
                ? folder(machine, "APPDATA")
                    .orElseGet(() -> machine.home().resolve("AppData").resolve("Roaming"))
                : machine.home().resolve(".config"));
  }

  private static Optional<Path> folder(Environment machine, String name) {
    return machine.sourced(name).map(value -> machine.path(value, Path.of("")));
  }

  /** Whether the path exists, even as a dangling link. */
  public boolean present() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The file's text without a byte order mark; empty where there is no file and none was named.
   *
   * @throws Failure CONFIG if the file is missing though named, is not a regular file of at most 64
   *     KiB, can be written or replaced by anybody but this user and root, or is not UTF-8
   */
  public Optional<String> read(String user) {
    if (!present() && !named) {
      return Optional.empty();
    }
    try {
      checkKind();
      Route route = Route.to(path);
      Optional<FileRisk> risk = FileRisk.of(route, FileOwnership.ownerName(user));
      if (risk.isPresent()) {
        throw fault(risk.get().what(), risk.get().hint());
      }
      return Optional.of(withoutMark(decode(bytes(route.end()))));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void checkKind() throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (present()) {
        throw fault("is a link to a file that does not exist", "fix the link or remove it");
      }
      throw Failure.config(
          "no profile file at " + path + ", where CONVO_CONFIG points",
          "correct or unset CONVO_CONFIG, or write the file: convo profile init");
    }
    if (attributes.isDirectory()) {
      throw fault("is a folder, not a profile file", "give the path of the file in it");
    }
    if (!attributes.isRegularFile()) {
      throw fault("is a pipe or a device, not a regular file", "name a regular file");
    }
    checkSize(attributes.size());
  }

  private void checkSize(long bytes) {
    if (bytes > MOST_BYTES) {
      throw fault("is larger than 64 KiB, too large for a profile file", "is it the right file?");
    }
  }

  /**
   * Refuses a file with this secret in it if others can read the file.
   *
   * @param label the secret's key
   * @throws Failure CONFIG if they can
   */
  void checkPrivate(Source source, String label) {
    try {
      if (FileOwnership.of(path.toRealPath()).filter(FileOwnership::readByOthers).isPresent()) {
        throw source.fault(
            label + " is a secret, and others can read this file",
            "chmod 600 "
                + ShellWord.of(path)
                + ", or write { env = \"NAME\" } instead of the secret");
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Writes a new file that only the user can read, and the folders above it.
   *
   * @throws Failure CONFIG if there is one already; OUTPUT if it cannot be written
   */
  public void create(String text) {
    try {
      Path folder = path.getParent();
      if (folder != null) {
        PrivateFiles.folders(folder);
      }
      try (OutputStream out = Channels.newOutputStream(PrivateFiles.file(path))) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (FileAlreadyExistsException e) {
      throw fault("already exists; nothing was changed", "edit it, or convo profile add");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Changes the text. The new file is written beside the old one, which it then replaces with the
   * same mode; a link stays a link.
   *
   * @param change from the old text to the new, without a byte order mark; its exceptions pass
   *     through
   * @throws Failure OUTPUT if it cannot be written; the file is then as it was
   */
  public void change(UnaryOperator<String> change) {
    try {
      String old = decode(bytes(path));
      String bare = withoutMark(old);
      String mark = old.substring(0, old.length() - bare.length());
      byte[] all = (mark + change.apply(bare)).getBytes(StandardCharsets.UTF_8);
      checkSize(all.length);
      replace(path.toRealPath(), all);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".profiles", ".new");
    try {
      if (FileOwnership.of(file).isPresent()) {
        Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
      }
      Files.write(beside, content);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private Failure unreadable(IOException e) {
    return fault(
        "cannot be read: " + FileFault.words(e),
        "check the permissions of the file and its folders");
  }

  private Failure unwritable(IOException e) {
    return Failure.output(
        path + " cannot be written: " + FileFault.words(e), "check the permissions of its folder");
  }

  private byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      checkSize(bytes.length);
      return bytes;
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw fault("is not UTF-8 text", "save it again as UTF-8");
    }
  }

  private Failure fault(String what, String hint) {
    return Failure.config(path + " " + what, hint);
  }
}
