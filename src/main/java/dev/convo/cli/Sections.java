package dev.convo.cli;

import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as help and manuals show it: the options of a mixin with a heading are listed below
 * that heading. Picocli has groups for this, but writing out their synopsis takes a quarter of the
 * start-up, so they are made only to show a command.
 */
public final class Sections {
  /** The mixins with a heading, in the order of help. */
  private static final List<String> ORDER =
      List.of("fetch", "result", "select", "keep", "redact", "look", "network", "report");

  private Sections() {}

  /** A copy of the command to be shown; the command itself if no mixin has a heading. */
  public static CommandSpec of(CommandSpec command) {
    if (Collections.disjoint(command.mixins().keySet(), ORDER)) {
      return command;
    }
    CommandSpec shown =
        CommandSpec.create()
            .name(command.name())
            .aliases(command.aliases())
            .parent(command.parent())
            .usageMessage(command.usageMessage());
    command.positionalParameters().forEach(shown::addPositional);
    for (String name : ORDER) {
      CommandSpec mixin = command.mixins().get(name);
      if (mixin != null) {
        ArgGroupSpec.Builder section = ArgGroupSpec.builder().validate(false);
        section.heading(mixin.usageMessage().optionListHeading()).order(shown.argGroups().size());
        mixin.options().forEach(option -> section.addArg(OptionSpec.builder(option).build()));
        shown.addArgGroup(section.build());
      }
    }
    for (OptionSpec option : command.options()) {
      if (shown.findOption(option.longestName()) == null) {
        shown.addOption(option);
      }
    }
    return shown;
  }

  /** A command as the list of commands shows it, without its options. */
  static CommandSpec listed(List<String> names, String summary) {
    CommandSpec shown = CommandSpec.create().name(names.get(0));
    shown.aliases(names.subList(1, names.size()).toArray(new String[0]));
    shown.usageMessage().description(summary);
    return shown;
  }
}
