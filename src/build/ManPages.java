import dev.convo.Main;
import dev.convo.Providers;
import dev.convo.cli.Cli;
import dev.convo.cli.Sections;
import java.io.File;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a page of AsciiDoc for every command: {@code java ManPages.java DIRECTORY}. */
public final class ManPages {
  public static void main(String[] arguments) throws IOException {
    CommandLine convo = Cli.commands(Main.machine(), Providers.all());
    convo.setHelpFactory(Help::new); // Ours asks how wide the terminal is.
    File directory = new File(arguments[0]);
    directory.mkdirs();
    pages(directory, convo.getCommandSpec());
    for (CommandLine command : convo.getSubcommands().values()) {
      CommandSpec shown = Sections.of(command.getCommandSpec());
      if (shown != command.getCommandSpec()) {
        pages(directory, new CommandLine(shown).getCommandSpec());
      }
    }
  }

  /** Of a command and its subcommands. */
  private static void pages(File directory, CommandSpec command) throws IOException {
    int code = ManPageGenerator.generateManPage(directory, null, new boolean[0], true, command);
    if (code != 0) {
      System.exit(code);
    }
  }
}
