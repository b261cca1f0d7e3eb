package dev.convo.session;

import dev.convo.failure.Failure;
import dev.convo.http.Downloads;
import dev.convo.http.Reply;
import dev.convo.profile.Account;
import dev.convo.profile.Profiles;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.sandbox.Sandbox;
import dev.convo.sandbox.Service;
import dev.convo.sandbox.Service.Sample;
import dev.convo.source.Accounts;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The built-in profile {@code demo}: a sandbox inside this process. Takes nothing about accounts or
 * the network from the profile file or the environment.
 */
final class DemoAccounts implements Accounts, AutoCloseable {
  private static final int SAMPLES_NAMED = 6;

  /** The variables about how a result looks; the demo uses them too. */
  private static final Set<String> LOOKS = Set.of("CONVO_OUTPUT", "CONVO_TZ", "CONVO_PAGER");

  private final Descriptor facts;
  private final Service service;
  private final Sandbox sandbox;
  private final Map<String, String> values;
  private final Map<String, String> variables;

  /**
   * Starts the sandbox.
   *
   * @throws Failure USAGE if another base URL was typed
   */
  DemoAccounts(Machine machine, Platform platform, What.Login login) {
    if (login.baseUrl() != null) {
      throw Failure.usage(
          "--base-url cannot be used with the profile demo, which has its own platform",
          "leave out one of the two");
    }
    this.facts = platform.facts();
    this.service = platform.sandbox().apply(machine.clock());
    this.sandbox = Sandbox.start(0, List.of(service), false);
    this.values = new HashMap<>(service.credentials());
    this.values.putAll(login.settings());
    this.variables = new HashMap<>(machine.environment().variables());
    this.variables.keySet().removeIf(name -> name.startsWith("CONVO_") && !LOOKS.contains(name));
  }

  @Override
  public Account account(Map<String, String> linked) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(linked);
    return Account.builtIn(Profiles.DEMO, facts, sandbox.base(facts.name()), all);
  }

  @Override
  public Optional<Sourced> setting(String key) {
    return Optional.ofNullable(account(Map.of()).settings().get(key));
  }

  @Override
  public Optional<Sourced> general(String key) {
    return Optional.empty();
  }

  @Override
  public String elsewhere(URI link) {
    return "the demo has another port each time: paste the id, or leave out --profile demo";
  }

  @Override
  public Map<String, String> variables() {
    return variables;
  }

  @Override
  public Optional<String> samples() {
    List<Sample> all = service.samples();
    String more = " and " + (all.size() - SAMPLES_NAMED) + " more: convo sandbox --list";
    return Optional.of(
        all.stream()
            .limit(SAMPLES_NAMED)
            .map(Sample::id)
            .collect(
                Collectors.joining(", ", "the demo has ", all.size() > SAMPLES_NAMED ? more : "")));
  }

  /** The sandbox serves the files, so that the demo needs no network. */
  @Override
  public Downloads files(Downloads network) {
    return new Downloads() {
      @Override
      public Reply get(String purpose, URI file, Map<String, String> headers, Duration limit) {
        return network.get(purpose, sandbox.file(file), headers, limit);
      }

      @Override
      public void close() {
        network.close();
      }
    };
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
