package dev.convo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What SECURITY.md says, a test shows. */
class SecurityTest {
  private static final Pattern NAME = Pattern.compile("`([\\w.]+)#(\\w+)`");

  @Test
  void everyThreatNamesTestsThatThereAre() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String row : threats()) {
      String[] cells = row.split(" *\\| *", -1);
      if (cells.length != 5 || cells[1].isEmpty() || cells[2].isEmpty()) {
        wrong.add("not three cells: " + row);
      } else if (!cells[3].matches("(" + NAME + " ?)+")) {
        wrong.add("not only tests: " + cells[3]);
      } else {
        Matcher name = NAME.matcher(cells[3]);
        while (name.find()) {
          if (!isTest(name.group(1), name.group(2))) {
            wrong.add("no such test: " + name.group());
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everySideThatIsAttackedHasItsThreats() throws IOException {
    String text = text();

    for (String words :
        List.of("terminal", "Credentials", "network", "body", "output", "made of")) {
      assertThat(text).containsPattern("(?m)^### .*" + words + ".*\\n\\n\\| threat \\|.*\\n\\|-");
    }
    assertThat(threats()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  @Test
  void whoReadsTheProjectFindsIt() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("(SECURITY.md)");
    assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("(SECURITY.md)");
  }

  private static boolean isTest(String type, String method) {
    try {
      Class<?> found =
          Class.forName("dev.convo." + type, false, SecurityTest.class.getClassLoader());
      return Arrays.stream(found.getDeclaredMethods())
          .filter(one -> one.getName().equals(method))
          .anyMatch(SecurityTest::isTest);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean isTest(Method method) {
    return AnnotationSupport.isAnnotated(method, Testable.class);
  }

  /** The rows of all tables, without their heads. */
  private static List<String> threats() throws IOException {
    return text()
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| threat "))
        .toList();
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("SECURITY.md"));
  }
}
