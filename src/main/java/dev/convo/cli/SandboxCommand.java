package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.sandbox.Sample;
import dev.convo.sandbox.Sandbox;
import dev.convo.sandbox.Service;
import dev.convo.session.Machine;
import dev.convo.session.Session;
import dev.convo.terminal.Sink;
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
      "  convo chatwoot 42 -p demo      the same samples, without starting the sandbox"
    })
final class SandboxCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Listen on this port of 127.0.0.1 (default: a free one).")
  int port;

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
    try (Sandbox sandbox = Sandbox.start(port, services, true)) {
      Sink out = new Sink(machine.streams().out(), "standard output");
      boolean read = out.write((text, bytes) -> text.append(told(sandbox)));
      if (read) {
        machine.background().untilStopped().run();
      }
      return ExitCode.OK;
    }
  }

  private static String told(Sandbox sandbox) {
    StringBuilder out = new StringBuilder("# The sandbox listens on 127.0.0.1:");
    out.append(sandbox.port()).append(" until Ctrl-C. A profile for it:\n\n");
    out.append(sandbox.profileLines("sandbox")).append("\n# Conversations:\n");
    for (Service service : sandbox.services()) {
      for (Sample sample : service.samples()) {
        out.append("#   convo ").append(service.name()).append(' ').append(sample.id());
        out.append("    ").append(sample.about()).append('\n');
      }
    }
    return out.toString();
  }
}
