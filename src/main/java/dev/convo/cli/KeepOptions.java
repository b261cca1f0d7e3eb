package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.session.What;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is kept of what was fetched. */
@Command(addMethodSubcommands = false, optionListHeading = "%nKeeping it:%n")
final class KeepOptions {
  @Option(
      order = 1,
      names = "--save",
      paramLabel = "DIR",
      description =
          "Also save each conversation as it was fetched, in a folder of its own below DIR.")
  @Nullable Path save;

  @Option(
      order = 2,
      names = "--resume",
      description = "With --save: do not ask again for what is saved there whole; show that.")
  boolean resume;

  /**
   * What is to be kept, or null.
   *
   * @throws Failure USAGE if an option lacks the one that it belongs to
   */
  What.@Nullable Keeping keeping() {
    if (save == null) {
      if (resume) {
        throw new Failure(Kind.USAGE, "--resume needs --save DIR", "name the folder to go on with");
      }
      return null;
    }
    return new What.Keeping(save, resume, Version.number());
  }
}
