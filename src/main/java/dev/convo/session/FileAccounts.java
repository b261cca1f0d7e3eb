package dev.convo.session;

import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.Choice;
import dev.convo.profile.Profiles;
import dev.convo.profile.Profiles.Home;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Link;
import dev.convo.provider.Setting;
import dev.convo.source.Accounts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts of the profile file and the environment. */
final class FileAccounts implements Accounts {
  private final Descriptor facts;
  private final List<Descriptor> descriptors;
  private final Profiles profiles;
  private final Choice choice;
  private final Map<String, String> variables;

  /** By the settings in a link. */
  private final Map<Map<String, String>, Account> resolved = new ConcurrentHashMap<>();

  /**
   * Opens the profile file, if there is one.
   *
   * @throws dev.convo.failure.Failure CONFIG if it cannot be used
   */
  FileAccounts(Session session, Platform platform, What.Login login) {
    Environment environment = session.machine().environment(login.mayAsk());
    this.variables = environment.variables();
    this.facts = platform.facts();
    this.descriptors = Platform.facts(session.platforms());
    this.profiles = Profiles.open(environment, descriptors);
    this.choice = choice(facts, login);
  }

  private static Choice choice(Descriptor facts, What.Login login) {
    Choice choice = new Choice(login.profile(), Map.of());
    if (login.baseUrl() != null) {
      choice = choice.with("base_url", login.baseUrl(), "--base-url");
    }
    for (Setting setting : facts.settings()) {
      String value = login.settings().get(setting.key());
      if (value != null) {
        choice = choice.with(setting.key(), value, String.valueOf(setting.option()));
      }
    }
    return choice;
  }

  @Override
  public Account account(Map<String, String> linked) {
    return resolved.computeIfAbsent(
        Map.copyOf(linked), key -> profiles.account(facts, choice(key)));
  }

  @Override
  public List<Note> advice(Map<String, String> linked) {
    return profiles.advice(facts, choice(linked));
  }

  private Choice choice(Map<String, String> linked) {
    Choice all = choice;
    for (Map.Entry<String, String> setting : linked.entrySet()) {
      all = all.with(setting.getKey(), setting.getValue(), "the link");
    }
    return all;
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
  public String elsewhere(URI link) {
    return profiles
        .profileFor(facts, link)
        .map(profile -> "use --profile " + profile)
        .or(() -> commandFor(link))
        .orElse("set base_url to the link's host, or name it with --base-url");
  }

  @Override
  public Optional<String> commandFor(URI link) {
    return profiles.homes(link, null).stream()
        .map(Home::platform)
        .findFirst()
        .or(() -> Link.owner(descriptors, link))
        .filter(owner -> !owner.equals(facts))
        .map(owner -> "it looks like " + owner.title() + ": convo " + owner.name() + " LINK");
  }

  @Override
  public Map<String, String> variables() {
    return variables;
  }
}
