package dev.convo.cli;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code convo completion}: the script that teaches a shell to complete convo. The scripts are the
 * files of the project's folder {@code completions}; they ask convo itself ({@link Completer}).
 */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Prints the completion script of a shell.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  convo completion bash > ~/.local/share/bash-completion/completions/convo",
      "  convo completion zsh > \"$${fpath[1]}/_convo\"",
      "  convo completion fish > ~/.config/fish/completions/convo.fish",
      "  convo completion powershell >> $$PROFILE"
    })
final class CompletionCommand implements Runnable {
  /** The shells, by the name that is typed. */
  enum Shell {
    BASH("convo.bash"),
    ZSH("_convo"),
    FISH("convo.fish"),
    POWERSHELL("convo.ps1");

    private final String file;

    Shell(String file) {
      this.file = file;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec CommandSpec spec;

  @Mixin ErrorOptions errors = new ErrorOptions();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
  @Nullable Shell shell;

  @Override
  public void run() {
    String file = Objects.requireNonNull(shell).file;
    spec.commandLine().getOut().print(Resource.text("completions/" + file));
  }
}
