package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program's arguments belong to convo; none is an option of the virtual machine. */
@DisabledOnOs(OS.WINDOWS)
class ArgumentsIT {
  private final Program program;

  ArgumentsIT(@TempDir Path home) {
    program = new Program(home);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Djavax.net.debug=all",
        "-Djavax.net.ssl.trustStore=authorities",
        "-Dk=v",
        "-Xmx300m",
        "-Xmx10m",
        "-Xss1k",
        "-XX:PrintFlags=",
        "-XX:+PrintGC",
        "-XX:MaxHeapSize=10m"
      })
  void aVirtualMachineOptionIsAnIdLikeAnyOther(String id) {
    Program.Result other = program.run("chatwoot", "--", "-word");

    assertThat(other.code()).isEqualTo(2);
    assertThat(program.run("chatwoot", "--", id))
        .isEqualTo(new Program.Result(2, "", other.err().replace("-word", id)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Djavax.net.debug=all", "-Xmx300m", "-XX:PrintFlags="})
  void withoutTheDashesItIsAnUnknownOption(String option) {
    assertThat(program.run("chatwoot", "42", option))
        .isEqualTo(
            new Program.Result(
                2,
                "",
                "convo: error: there is no option "
                    + option.replaceFirst("=.*", "")
                    + "\n  hint: see 'convo chatwoot --help'\n"));
  }

  /** A JVM obeys these by itself and says so; SECURITY.md tells. */
  @Test
  @Tag("binary")
  void noVariableIsAnOptionOfTheBinary() {
    Program.Result plain = program.run("chatwoot", "42");
    String options = "-Djavax.net.debug=all -Xmx1m -XX:+PrintGC -XX:PrintFlags=";
    for (String name :
        new String[] {
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "JAVA_OPTS",
          "JAVA_OPTIONS",
          "NATIVE_IMAGE_OPTIONS"
        }) {
      program.variables.put(name, options);
    }

    assertThat(plain.code()).isZero();
    assertThat(program.run("chatwoot", "42")).isEqualTo(plain);
  }
}
