package dev.convo.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the operating system says is wrong with a file, in a few words. */
public final class FileFault {
  private FileFault() {}

  /** The words for a message: {@code permission denied}. */
  public static String words(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (fault instanceof NoSuchFileException) {
      return "no such file";
    }
    // The message of such an exception begins with the file's name; its reason does not.
    String words =
        fault instanceof FileSystemException ofFile ? ofFile.getReason() : fault.getMessage();
    return words == null ? "input/output error" : words;
  }
}
