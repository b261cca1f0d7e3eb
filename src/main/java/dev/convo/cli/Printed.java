package dev.convo.cli;

import dev.convo.session.Machine;
import dev.convo.terminal.Pager;
import dev.convo.terminal.Sink;
import dev.convo.terminal.Streams;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command says about convo itself: its help, a list, a path. */
final class Printed {
  /** Fewer lines fit on nearly every screen. */
  private static final int LONG = 24;

  private static final int CTRL_C = 130;

  private Printed() {}

  /** Writes it to standard output; what is long goes to a person through their pager. */
  static void write(Machine machine, String text, List<String> args) {
    Streams streams = machine.streams();
    boolean paged =
        text.lines().count() > LONG
            && !args.contains("--no-pager")
            && !machine.environment().windows()
            && streams.terminals().out();
    Optional<Pager> pager = paged ? pager(machine) : Optional.empty();
    Sink sink = new Sink(pager.isPresent() ? pager.get() : streams.out(), "standard output");
    sink.write((out, bytes) -> out.append(text));
    pager.ifPresent(open -> leave(machine, open, sink));
  }

  private static Optional<Pager> pager(Machine machine) {
    Map<String, String> variables = machine.environment().variables();
    return "dumb".equals(variables.get("TERM"))
        ? Optional.empty()
        : Pager.open(variables, machine.streams().out());
  }

  /** Waits until the user quits the pager, to which Ctrl-C belongs. */
  private static void leave(Machine machine, Pager pager, Sink sink) {
    Runnable ended =
        machine
            .background()
            .whenStopped()
            .apply(
                code -> {
                  if (code == CTRL_C && pager.waitFor()) {
                    return ExitCode.OK;
                  }
                  pager.stop();
                  return code;
                });
    sink.close();
    ended.run();
  }
}
