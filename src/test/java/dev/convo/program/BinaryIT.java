package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The native binary as a file of Linux: ELF of 64 bits, https://refspecs.linuxfoundation.org. */
@EnabledOnOs(OS.LINUX)
@Tag("binary")
class BinaryIT {
  private static final int SHARED_OBJECT = 3;
  private static final int DYNAMIC = 2;
  private static final int GNU_RELRO = 0x6474e552;
  private static final long FLAGS_1 = 0x6ffffffb;
  private static final long NOW_AND_PIE = 0x08000001;

  @Test
  void itIsPositionIndependentWithFullRelro() throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(System.getProperty("convo.program")));
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assumeTrue(file.getInt(0) == 0x464c457f, "a launcher");

    assertThat(file.getShort(16)).isEqualTo((short) SHARED_OBJECT);
    assertThat(segment(file, GNU_RELRO)).isPositive();
    assertThat(flags(file) & NOW_AND_PIE).isEqualTo(NOW_AND_PIE);
  }

  /** Where in the file the segment of this type is described; 0 where there is none. */
  private static int segment(ByteBuffer file, int type) {
    int first = (int) file.getLong(32);
    for (int i = 0; i < file.getShort(56); i++) {
      int at = first + i * file.getShort(54);
      if (file.getInt(at) == type) {
        return at;
      }
    }
    return 0;
  }

  /** The second word of flags for the dynamic linker; 0 where there is none. */
  private static long flags(ByteBuffer file) {
    int dynamic = segment(file, DYNAMIC);
    long from = file.getLong(dynamic + 8);
    long until = from + file.getLong(dynamic + 32);
    for (long at = from; at < until; at += 16) {
      if (file.getLong((int) at) == FLAGS_1) {
        return file.getLong((int) at + 8);
      }
    }
    return 0;
  }
}
