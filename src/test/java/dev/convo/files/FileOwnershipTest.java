package dev.convo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners and modes that the user who runs a test cannot give to a file. */
class FileOwnershipTest {
  @TempDir Path home;

  private FileOwnership of(String owner, int mode) {
    return new FileOwnership(home, owner, owner.equals("root"), mode);
  }

  @Test
  void aFileBelongsToItsOwner() {
    FileOwnership mine = of("me", 0600);

    assertThat(mine.belongsTo("me")).isTrue();
    assertThat(mine.belongsTo("you")).isFalse();
    assertThat(mine.belongsTo("root")).isFalse();
  }

  @Test
  void aFileOfRootIsEverybodysToUse() {
    assertThat(of("root", 0644).belongsTo("me")).isTrue();
    assertThat(of("root", 0644).belongsTo("?")).isTrue();
  }

  /** A container may run as a number that no list of users knows. */
  @Test
  void aUserWithoutANameIsToldByTheirFiles() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self")));
    Path file = Files.createFile(home.resolve("file"));
    String user = FileOwnership.ownerName("?");

    assertThat(user).isEqualTo(Files.getOwner(file).getName());
    assertThat(FileOwnership.of(file).orElseThrow().belongsTo(user)).isTrue();
    assertThat(of("1000670000", 0600).belongsTo(user)).isFalse();
  }

  @Test
  void aUserWithANameGoesByIt() {
    assertThat(FileOwnership.ownerName("me")).isEqualTo("me");
  }

  /** Where nothing tells who we are, all that is left is to believe. */
  @Test
  void aUserWhoCannotBeToldOwnsEverything() {
    assertThat(of("me", 0600).belongsTo("?")).isTrue();
  }

  @Test
  void othersReadAndWriteByTheMode() {
    assertThat(of("me", 0700).readByOthers()).isFalse();
    assertThat(of("me", 0711).readByOthers()).isFalse();
    assertThat(of("me", 0640).readByOthers()).isTrue();
    assertThat(of("me", 0604).readByOthers()).isTrue();
    assertThat(of("me", 0755).writtenByOthers()).isFalse();
    assertThat(of("me", 0620).writtenByOthers()).isTrue();
    assertThat(of("me", 0602).writtenByOthers()).isTrue();
    assertThat(of("me", 0777).writtenByOthers()).isTrue();
  }

  @Test
  void aFolderIsSharedWhereOthersCanPutThings() {
    assertThat(of("root", 01777).shared()).isTrue();
    assertThat(of("me", 0777).shared()).isTrue();
    assertThat(of("me", 01755).shared()).isTrue();
    assertThat(of("me", 0775).shared()).isFalse();
  }
}
