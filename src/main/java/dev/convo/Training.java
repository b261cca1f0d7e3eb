package dev.convo;

import dev.convo.cli.Cli;

/**
 * A run for the launcher's cache of classes, which holds those that were loaded in it: what users
 * do most, once with a profile file and TLS as far as that goes without a server, once with a
 * server.
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
