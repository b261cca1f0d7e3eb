package dev.convo.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read and write a file, where files have owners and modes.
 *
 * @param owner its name, or its number where it has none
 * @param root whether root owns it
 * @param fixed whether root owns it and nobody can write there: a secret mounted into a container
 */
record Custody(String owner, boolean root, Set<PosixFilePermission> mode, boolean fixed) {
  private static final String UNKNOWN = "?";

  private static final Set<PosixFilePermission> READ_BY_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> WRITE_BY_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** The custody of the file, links followed; empty where files have no modes. */
  static Optional<Custody> of(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
    boolean root = Files.getAttribute(file, "unix:uid").equals(0);
    return Optional.of(
        new Custody(
            attributes.owner().getName(), root, attributes.permissions(), root && readOnly(file)));
  }

  private static boolean readOnly(Path file) {
    try {
      return Files.getFileStore(file).isReadOnly();
    } catch (IOException e) {
      // Under chroot no mount may be found for it. Then it is not known to be one.
      return false;
    }
  }

  /**
   * The user's name, as the owner of a file is named. In a container a user may have no name, and
   * Java calls all of those {@code ?}: Linux tells by the process whose files are one's own.
   *
   * @param user as Java says it
   */
  static String named(String user) {
    try {
      return user.equals(UNKNOWN) ? Files.getOwner(Path.of("/proc/self")).getName() : user;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** Whether it belongs to this user or to root; true where the user's name is unknown. */
  boolean belongsTo(String user) {
    return root || user.equals(UNKNOWN) || user.equals(owner);
  }

  boolean readByOthers() {
    return !fixed && mode.stream().anyMatch(READ_BY_OTHERS::contains);
  }

  boolean writtenByOthers() {
    return !fixed && mode.stream().anyMatch(WRITE_BY_OTHERS::contains);
  }
}
