package dev.convo.profile;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.model.Note;
import dev.convo.profile.value.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A machine with a home folder and an environment of its own. */
public final class TestMachine {
  public final Path home;
  public final Path file;
  private final Map<String, String> variables = new LinkedHashMap<>();

  public TestMachine(Path home) {
    this.home = home;
    this.file = home.resolve(".config/convo/profiles.toml");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
  }

  public TestMachine set(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Writes the profile file, readable by its owner only. */
  public TestMachine write(String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return mode("rw-------");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestMachine mode(String mode) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes another file of the home folder, readable by its owner only. */
  public Path secret(String name, String text) {
    try {
      Path secret = Files.writeString(home.resolve(name), text);
      return Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Environment environment() {
    try {
      String user = Files.getOwner(home).getName();
      return new Environment(variables, home, user, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Profiles profiles() {
    return Profiles.open(environment(), TestProviders.ALL);
  }

  public Account chatwoot(Choice choice) {
    return profiles().account(TestProviders.CHATWOOT, choice);
  }

  /** What the user is told: the kind, the message and the hint, a line each; ~ is the home. */
  public String told(ThrowingCallable action) {
    Failure failure = catchThrowableOfType(Failure.class, action);
    return told(failure.kind() + "\n" + failure.message() + "\n" + failure.hint() + "\n");
  }

  /** The notes, a line each; ~ is the home. */
  public String told(List<Note> notes) {
    StringBuilder text = new StringBuilder();
    notes.forEach(note -> text.append(note.code() + ": " + note.text() + "\n"));
    return told(text.toString());
  }

  private String told(String text) {
    return text.replace(home.toString(), "~");
  }
}
