import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Raises a jar's class files from Java 5 (49) to Java 6 (50), which need nothing more. A JVM keeps
 * no older ones in its class-data archive, and JDK 17 crashes while it makes one that leaves them
 * out: in SystemDictionaryShared::adjust_lambda_proxy_class_dictionary, seen on 17.0.15.
 */
public final class RaiseClassFiles {
  private static final int MINOR_AND_MAJOR = 4; // After the magic number, two bytes each.

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      raise(Path.of(jar));
    }
  }

  private static void raise(Path jar) throws IOException {
    Path raised = jar.resolveSibling(jar.getFileName() + ".raised");
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(raised);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : from.stream().toList()) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".class") && bytes[MINOR_AND_MAJOR + 3] == 49) {
          bytes[MINOR_AND_MAJOR + 3] = 50;
        }
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(entry.getTimeLocal());
        to.putNextEntry(same);
        to.write(bytes);
      }
    }
    Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
