package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.session.What;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is saved of what was fetched. */
@Command(addMethodSubcommands = false, optionListHeading = "%nKeeping it:%n")
final class KeepOptions {
  private static final long MAX_ATTACHMENT = 100L << 20;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description =
          "Also save each conversation as it was fetched, in a folder of its own below DIR.")
  @Nullable Path save;

  @Option(
      names = "--resume",
      description = "With --save: do not fetch again what is already saved whole; show it.")
  boolean resume;

  @Option(
      names = "--attachments",
      description = "With --save: fetch the files of the messages too, without any credential.")
  boolean attachments;

  @Option(
      names = "--max-attachment",
      paramLabel = "SIZE",
      description = "With --attachments: largest file to fetch (default: 100M).")
  @Nullable Long maxAttachment;

  /**
   * What to save, or null.
   *
   * @throws Failure USAGE if an option lacks the one that it belongs to
   */
  What.@Nullable Keeping keeping() {
    if (maxAttachment != null && !attachments) {
      throw Failure.usage("--max-attachment needs --attachments", "add --attachments --save DIR");
    }
    if (save == null) {
      if (resume) {
        throw Failure.usage("--resume needs --save DIR", "name the folder to resume: --save DIR");
      }
      if (attachments) {
        throw Failure.usage(
            "--attachments needs --save DIR",
            "name a folder for the files; for messages that have any: --only attachments");
      }
      return null;
    }
    return new What.Keeping(
        save,
        resume,
        attachments,
        maxAttachment == null ? MAX_ATTACHMENT : maxAttachment,
        Version.number());
  }
}
