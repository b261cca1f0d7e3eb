package dev.convo.hostile;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Signals to a process that this one has started. */
public final class Signals {
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
  private static final String IGNORED = "SigIgn:";

  private Signals() {}

  /**
   * Sends a signal, such as {@code INT}. Where this process was started to ignore it, as under
   * nohup, its children ignore it as well: the test is skipped then, and its process is killed.
   */
  public static void send(String name, long pid) throws IOException, InterruptedException {
    if (isIgnored(name)) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      abort("these tests were started to ignore SIG" + name);
    }
    new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
  }

  private static boolean isIgnored(String name) throws IOException {
    Path status = Path.of("/proc/self/status");
    List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
    int bit = NUMBERS.getOrDefault(name, 0) - 1;
    return bit >= 0
        && lines.stream()
            .filter(line -> line.startsWith(IGNORED))
            .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
            .anyMatch(ignored -> ignored.testBit(bit));
  }
}
