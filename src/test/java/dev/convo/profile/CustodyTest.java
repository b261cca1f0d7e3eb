package dev.convo.profile;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners and modes that the user who runs a test cannot give to a file. */
class CustodyTest {
  private static Custody of(String owner, String mode, boolean fixed) {
    return new Custody(owner, owner.equals("root"), fromString(mode), fixed);
  }

  @Test
  void aFileBelongsToItsOwner() {
    Custody mine = of("me", "rw-------", false);

    assertThat(mine.belongsTo("me")).isTrue();
    assertThat(mine.belongsTo("you")).isFalse();
    assertThat(mine.belongsTo("root")).isFalse();
  }

  @Test
  void aFileOfRootIsEverybodysToUse() {
    assertThat(of("root", "rw-r--r--", false).belongsTo("me")).isTrue();
    assertThat(of("root", "rw-r--r--", false).belongsTo("?")).isTrue();
  }

  /** A container may run as a number that no list of users knows. */
  @Test
  void aUserWithoutANameIsToldByTheirFiles(@TempDir Path home) throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self")));
    Path file = Files.createFile(home.resolve("file"));
    String user = Custody.named("?");

    assertThat(user).isEqualTo(Files.getOwner(file).getName());
    assertThat(Custody.of(file).orElseThrow().belongsTo(user)).isTrue();
    assertThat(of("1000670000", "rw-------", false).belongsTo(user)).isFalse();
  }

  @Test
  void aUserWithANameGoesByIt() {
    assertThat(Custody.named("me")).isEqualTo("me");
  }

  /** Where nothing tells who we are, all that is left is to believe. */
  @Test
  void aUserWhoCannotBeToldOwnsEverything() {
    assertThat(of("me", "rw-------", false).belongsTo("?")).isTrue();
  }

  @Test
  void othersReadAndWriteByTheMode() {
    assertThat(of("me", "rwx------", false).readByOthers()).isFalse();
    assertThat(of("me", "rwx--x--x", false).readByOthers()).isFalse();
    assertThat(of("me", "rw-r-----", false).readByOthers()).isTrue();
    assertThat(of("me", "rw----r--", false).readByOthers()).isTrue();
    assertThat(of("me", "rwxr-xr-x", false).writtenByOthers()).isFalse();
    assertThat(of("me", "rw--w----", false).writtenByOthers()).isTrue();
    assertThat(of("me", "rw-----w-", false).writtenByOthers()).isTrue();
    assertThat(of("me", "rwxrwxrwx", false).writtenByOthers()).isTrue();
  }

  @Test
  void whatRootHasMountedToBeReadIsTaken() {
    assertThat(of("root", "rwxrwxrwx", true).readByOthers()).isFalse();
    assertThat(of("root", "rwxrwxrwx", true).writtenByOthers()).isFalse();
  }
}
