package dev.convo.session;

import dev.convo.failure.Failure;
import dev.convo.profile.Account;
import dev.convo.profile.Choice;
import dev.convo.profile.Profiles;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import dev.convo.show.Report;
import dev.convo.source.Accounts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts of the profile file and the environment. */
final class FileAccounts implements Accounts {
  private final Host host;
  private final Descriptor facts;
  private final Profiles profiles;
  private final Choice choice;
  private final Report report;

  /**
   * Opens the profile file, if there is one.
   *
   * @throws dev.convo.failure.Failure CONFIG if it cannot be used
   */
  FileAccounts(Host host, List<Platform> platforms, Order order, Report report) {
    this.host = host;
    this.facts = order.platform().provider().descriptor();
    this.profiles =
        Profiles.open(
            host.environment(!order.noInput()),
            platforms.stream().map(platform -> platform.provider().descriptor()).toList());
    this.choice = choice(order);
    this.report = report;
  }

  private static Choice choice(Order order) {
    Choice choice = new Choice(order.profile(), Map.of());
    if (order.network().baseUrl() != null) {
      choice = choice.with("base_url", order.network().baseUrl(), "--base-url");
    }
    for (Setting setting : order.platform().provider().descriptor().settings()) {
      String value = order.settings().get(setting.key());
      if (value != null) {
        choice = choice.with(setting.key(), value, String.valueOf(setting.option()));
      }
    }
    return choice;
  }

  @Override
  public Account account(Map<String, String> linked) {
    Choice all = choice;
    for (Map.Entry<String, String> setting : linked.entrySet()) {
      all = all.with(setting.getKey(), setting.getValue(), "the link");
    }
    try {
      return profiles.account(facts, all);
    } catch (Failure failure) {
      // A misspelt key may be why another is missing.
      profiles.advice(facts, all).forEach(report::note);
      throw failure;
    }
  }

  @Override
  public Optional<Sourced> setting(String key) {
    return profiles.setting(facts, choice, key);
  }

  @Override
  public Optional<Sourced> general(String key) {
    return profiles.setting(key);
  }

  @Override
  public Optional<String> profileFor(URI address) {
    return profiles.profileFor(facts, address);
  }

  @Override
  public Map<String, String> variables() {
    return host.variables();
  }
}
