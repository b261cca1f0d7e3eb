package dev.convo.hostile;

import dev.convo.cli.TestHost;
import dev.convo.provider.Descriptor;
import dev.convo.session.Platform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A platform's account by way of the environment.
 *
 * @param example an id that the sandbox has
 */
record Accounts(TestHost host, String name, String example) {
  /** The platform of this name. */
  static Platform platform(TestHost host, String name) {
    return host.platforms().stream()
        .filter(one -> one.provider().descriptor().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The sandbox's account, at another address. */
  static Accounts of(Platform platform, TestHost host, URI base) {
    Descriptor facts = platform.provider().descriptor();
    platform
        .sandbox()
        .apply(host.clock())
        .credentials()
        .forEach((key, value) -> host.variables.put(facts.variable(key), value));
    host.variables.put(facts.variable("base_url"), base.toString());
    return new Accounts(host, facts.name(), facts.example());
  }

  /** Asks for the example. */
  TestHost.Result run(String... options) {
    List<String> line = new ArrayList<>(List.of(name, example));
    line.addAll(List.of(options));
    return host.run(line.toArray(new String[0]));
  }
}
