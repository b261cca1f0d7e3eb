package dev.convo.files;

import java.util.Optional;

/**
 * A reason why another user may control what is read from a file.
 *
 * @param what follows the file's path in a sentence
 * @param hint how to fix it
 */
public record FileRisk(String what, String hint) {
  /**
   * The first reason on the way to a file, the file itself included; empty if only the user and
   * root can replace or write it. Then it is safe to open it by its name.
   */
  public static Optional<FileRisk> of(Route route, String user) {
    for (Route.Step step : route.steps()) {
      if (step.folder().isPresent() && step.ownership().isPresent()) {
        Optional<FileRisk> risk = ofStep(step, step.folder().get(), step.ownership().get(), user);
        if (risk.isPresent()) {
          return risk;
        }
      }
    }
    return route
        .last()
        .filter(step -> step.path().equals(route.end()))
        .flatMap(Route.Step::ownership)
        .flatMap(ownership -> ofFile(ownership, user));
  }

  private static Optional<FileRisk> ofStep(
      Route.Step step, FileOwnership folder, FileOwnership entry, String user) {
    if (!folder.belongsTo(user)) {
      return Optional.of(
          new FileRisk(
              "is in the folder " + folder.file() + ", which belongs to " + folder.owner(),
              "move it to a folder of your own"));
    }
    if (!folder.writtenByOthers()) {
      return Optional.empty();
    }
    if (!folder.sticky()) {
      return Optional.of(
          new FileRisk(
              "is in the folder "
                  + folder.file()
                  + ", which others can write to: they could replace it",
              "chmod go-w " + ShellWord.of(folder.file())));
    }
    // Others cannot put a folder of root's there, but they can hard-link a file of root's.
    boolean trusted = step.kind().isDirectory() ? entry.belongsTo(user) : entry.isOf(user);
    return trusted
        ? Optional.empty()
        : Optional.of(
            new FileRisk(
                "is reached through "
                    + entry.file()
                    + ", which belongs to "
                    + entry.owner()
                    + " in a folder that others can write to",
                "move it to a folder of your own"));
  }

  private static Optional<FileRisk> ofFile(FileOwnership file, String user) {
    if (!file.belongsTo(user)) {
      return Optional.of(
          new FileRisk(
              "belongs to " + file.owner() + ", not to you",
              "make it yours: sudo chown " + user + " " + ShellWord.of(file.file())));
    }
    return file.writtenByOthers()
        ? Optional.of(
            new FileRisk(
                "can be written by others, who could have your secrets sent elsewhere",
                "chmod 600 "
                    + ShellWord.of(file.file())
                    + "; where that changes nothing, as on a drive of Windows, move it elsewhere"))
        : Optional.empty();
  }
}
