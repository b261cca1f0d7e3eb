package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.render.Format;
import dev.convo.session.Session;
import dev.convo.session.Stage;
import dev.convo.session.What;
import dev.convo.show.OutputFormat;
import dev.convo.show.Presentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convo diff archive/chatwoot-42}: what changed since a conversation was saved. */
@Command(
    name = DiffCommand.NAME,
    addMethodSubcommands = false,
    customSynopsis = {"convo diff [OPTIONS] OLD [NEW]", ""},
    description = {
      DiffCommand.SUMMARY,
      "A message that the options choose in OLD or in NEW is compared with the other's version."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  convo diff archive/FOLDER",
      "  convo diff archive/FOLDER.1 archive/FOLDER",
      "  convo diff archive/FOLDER --json | jq '.messages[].change'",
      "",
      "The exit code is 0 where nothing changed, 1 where something did, and 2 or more in trouble,"
          + " as 'convo help exit-codes' says; only a bug is 70 here.",
    })
final class DiffCommand extends DocumentCommand {
  static final String NAME = "diff";

  static final String SUMMARY = "Shows what changed in a conversation since it was saved.";

  /** The exit code of a bug, because 1 means that something changed. */
  static final int BUG = 70;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A folder that --save has made, or a file of json output.")
  String old = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      description = "The same; without it, the conversation is fetched now, as OLD was.")
  @Nullable String now;

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      description = "Profile to fetch with (default: the one that OLD was fetched with).")
  @Nullable String profile;

  @Option(names = "--json", description = "For programs: one document, convo-diff/1.")
  boolean json;

  @Option(
      names = {"-O", "--output-file"},
      paramLabel = "FILE",
      description = "Write to this file, whole or not at all; '-' is standard output.")
  @Nullable Path outputFile;

  @Mixin NetworkOptions network = new NetworkOptions();

  DiffCommand(Session session, Problems problems) {
    super(session, problems);
  }

  @Override
  Presentation presentation() {
    OutputFormat format = new OutputFormat(json ? Format.JSON : Format.TABLE);
    return look.presentation(format, outputFile, select.highlight());
  }

  @Override
  What what(List<Stage> stages) {
    if (!look.fields.isEmpty()) {
      throw Failure.usage(
          "--fields chooses columns, and a comparison has none",
          "leave it out; --json has every field that differs");
    }
    return new What.Compared(
        old,
        now,
        new What.Login(profile, Map.of(), network.baseUrl, !errors.noInput),
        network.network());
  }
}
