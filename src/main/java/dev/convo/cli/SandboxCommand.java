package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.sandbox.Sandbox;
import dev.convo.sandbox.Service;
import dev.convo.sandbox.Service.Sample;
import dev.convo.session.Machine;
import dev.convo.session.Session;
import dev.convo.terminal.Sink;
import dev.convo.terminal.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convo sandbox}: the platforms' APIs on loopback, to learn and to test with. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Serves all platforms' APIs on this machine, with sample conversations.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  convo sandbox --port 8080      until Ctrl-C; prints a profile to use",
      "  convo sandbox --list           all sample conversations, without serving them",
      "  convo chatwoot 42 -p demo      the same samples, without starting the sandbox"
    })
final class SandboxCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Listen on this port of 127.0.0.1 (default: a free one).")
  int port;

  @Option(names = "--list", description = "List the sample conversations, and serve nothing.")
  boolean list;

  @Mixin ErrorOptions errors = new ErrorOptions();

  private final Session session;

  SandboxCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (port > HIGHEST_PORT) {
      throw Failure.usage("--port: " + port + " is not a port", "choose one from 1024 to 65535");
    }
    List<Service> services = new ArrayList<>();
    Machine machine = session.machine();
    session.platforms().forEach(one -> services.add(one.sandbox().apply(machine.clock())));
    Sink out = new Sink(machine.streams().out(), "standard output");
    if (list) {
      out.write((text, bytes) -> text.append(Wrapped.to(columns(), listed(services))));
      return ExitCode.OK;
    }
    try (Sandbox sandbox = Sandbox.start(port, services, true)) {
      if (out.write((text, bytes) -> text.append(welcome(sandbox)))) {
        machine.background().untilStopped().run();
      }
      return ExitCode.OK;
    }
  }

  /** What is served, as a profile and comments: all of it may be pasted into a profile file. */
  private static String welcome(Sandbox sandbox) {
    StringBuilder out = new StringBuilder("# The sandbox listens on 127.0.0.1:");
    out.append(sandbox.port()).append(" until Ctrl-C. With the profile below, try:\n#\n");
    for (Service service : sandbox.services()) {
      out.append("#   convo ").append(service.name()).append(' ');
      out.append(service.samples().get(0).id()).append(" -p sandbox\n");
    }
    out.append("#\n# All sample conversations: convo sandbox --list\n");
    out.append("# The profile belongs in the file that 'convo profile path' names:\n\n");
    return out.append(sandbox.profileLines("sandbox")).toString();
  }

  /** The samples of each platform, below the command that shows them. */
  private static String listed(List<Service> services) {
    StringBuilder out = new StringBuilder();
    for (Service service : services) {
      out.append(out.isEmpty() ? "" : "\n");
      out.append("convo ").append(service.name()).append(" ID --profile demo\n");
      int width = service.samples().stream().mapToInt(one -> one.id().length()).max().orElse(0);
      for (Sample sample : service.samples()) {
        out.append(String.format("  %-" + width + "s  %s\n", sample.id(), sample.about()));
      }
    }
    return out.toString();
  }

  /** The width to wrap at; 0 where the list goes to no terminal. */
  private int columns() {
    Streams.Terminals terminals = session.machine().streams().terminals();
    return terminals.out() ? terminals.columns().orElse(0) : 0;
  }
}
