package dev.convo;

import dev.convo.cli.Cli;

/**
 * Loads, for the launcher's class cache, the classes that users need most: one run with a profile
 * file and TLS, as far as that gets without a server, and one with the demo's server.
 */
final class Training {
  private Training() {}

  /** {@code CONVO_CONFIG} names a file whose server refuses connections. */
  public static void main(String[] args) {
    Cli convo = new Cli(Main.machine(), Providers.all());
    convo.run("chatwoot", "42", "--retries", "0");
    convo.run("chatwoot", "42", "--profile", "demo", "--json");
  }
}
