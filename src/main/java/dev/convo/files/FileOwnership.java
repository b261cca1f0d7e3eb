package dev.convo.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who owns a file or folder and who can read and write it, where files have owners and modes.
 *
 * @param owner its name, or its number where it has none
 * @param root whether root owns it, or whoever owns the folder {@code /}: in a user namespace the
 *     machine's root has another number
 * @param mode the bits of {@code st_mode}
 */
public record FileOwnership(Path file, String owner, boolean root, int mode) {
  private static final String UNKNOWN = "?";
  private static final int READ_BY_OTHERS = 0044;
  private static final int WRITE_BY_OTHERS = 0022;
  private static final int WRITE_BY_ALL = 0002;
  private static final int STICKY = 01000;

  /**
   * The ownership of a file, a folder or a link itself; empty where files have no modes.
   *
   * @throws IOException if there is no such file, or its folder may not be searched
   */
  public static Optional<FileOwnership> of(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    Map<String, Object> attributes =
        Files.readAttributes(file, "unix:uid,mode,owner", LinkOption.NOFOLLOW_LINKS);
    Object number = Objects.requireNonNull(attributes.get("uid"));
    UserPrincipal owner = (UserPrincipal) Objects.requireNonNull(attributes.get("owner"));
    int mode = (Integer) Objects.requireNonNull(attributes.get("mode"));
    boolean root = number.equals(0) || number.equals(Files.getAttribute(Path.of("/"), "unix:uid"));
    return Optional.of(new FileOwnership(file, owner.getName(), root, mode));
  }

  /**
   * The user's name, as the owner of a file is named. In a container a user may have no name, and
   * Java calls all of those {@code ?}: on Linux, the owner of the process's own files is then used.
   *
   * @param user as Java says it
   */
  public static String ownerName(String user) {
    try {
      return user.equals(UNKNOWN) ? Files.getOwner(Path.of("/proc/self")).getName() : user;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** Whether it belongs to this user; true where the user's name is unknown. */
  public boolean isOf(String user) {
    return user.equals(UNKNOWN) || user.equals(owner);
  }

  /** Whether it belongs to this user or to root; true where the user's name is unknown. */
  public boolean belongsTo(String user) {
    return root || isOf(user);
  }

  public boolean readByOthers() {
    return (mode & READ_BY_OTHERS) != 0 && !fixed();
  }

  public boolean writtenByOthers() {
    return (mode & WRITE_BY_OTHERS) != 0 && !fixed();
  }

  /** Of a folder: whether only the owner of a file in it can rename or remove that. */
  public boolean sticky() {
    return (mode & STICKY) != 0;
  }

  /** Of a folder: whether it is everybody's, as {@code /tmp} is. */
  public boolean shared() {
    return sticky() || writtenByAll();
  }

  /** Of a folder: whether everybody can replace what is in it. */
  public boolean openToAll() {
    return writtenByAll() && !sticky();
  }

  private boolean writtenByAll() {
    return (mode & WRITE_BY_ALL) != 0;
  }

  /** Whether root owns it and nobody can write there: a secret mounted into a container. */
  private boolean fixed() {
    try {
      return root && Files.getFileStore(file).isReadOnly();
    } catch (IOException e) {
      // Under chroot its mount may not be found: assume that it can be written.
      return false;
    }
  }
}
