package dev.convo.session;

import dev.convo.archive.SavedFolder;
import dev.convo.http.Limits;
import dev.convo.http.Origin;
import dev.convo.http.Transport;
import dev.convo.profile.Account;
import dev.convo.profile.Profiles;
import dev.convo.provider.Provider;
import dev.convo.show.Presentation;
import dev.convo.show.Report;
import dev.convo.source.Accounts;
import dev.convo.source.Attachments;
import dev.convo.source.HttpStack;
import dev.convo.source.Lines;
import dev.convo.terminal.Once;
import dev.convo.terminal.Prompt;
import java.net.URI;
import java.nio.file.Path;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Owns what outlives a command line: accounts with the secrets they have read, connections,
 * threads, the demo's server, the prompt, and what was read ahead of standard input. Closing a
 * session closes all of it.
 */
public final class Session implements AutoCloseable {
  private final Machine machine;
  private final List<Platform> platforms;
  private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();
  private final Map<AccountsKey, Accounts> accounts = new HashMap<>();
  private final Map<StackKey, HttpStack> stacks = new HashMap<>();
  private final Map<FilesKey, Attachments> attachments = new HashMap<>();
  private final Supplier<ExecutorService> threads;
  private final Supplier<Prompt> prompt;
  private final Supplier<Lines> lines;

  private record AccountsKey(Platform platform, What.Login login) {}

  private record StackKey(Accounts accounts, URI base, @Nullable Path caBundle, Limits limits) {}

  private record FilesKey(StackKey stack, long largest) {}

  /** The command that shows the conversation saved in this folder; empty if there is none. */
  public static Optional<String> showing(String folder) {
    return SavedFolder.command(folder);
  }

  /** A session that has opened nothing yet. */
  public Session(Machine machine, List<Platform> platforms) {
    this.machine = machine;
    this.platforms = List.copyOf(platforms);
    this.threads =
        new Once<>(
            () ->
                closing(
                    Executors.newCachedThreadPool(machine.background().threads()),
                    ExecutorService::shutdownNow));
    this.prompt = new Once<>(() -> closing(machine.prompt().get(), Prompt::close));
    this.lines = new Once<>(() -> new Lines(machine.streams().in()));
  }

  /**
   * Does what a line asks for.
   *
   * @param stages the changes made to each document before it is shown, in this order
   * @throws dev.convo.failure.Failure USAGE, CONFIG or OUTPUT if nothing was tried
   */
  public Outcome run(What what, List<Stage> stages, Presentation presentation, Report report) {
    return new Run(this, what, stages, presentation, report).outcome();
  }

  public Machine machine() {
    return machine;
  }

  public List<Platform> platforms() {
    return platforms;
  }

  List<Provider> providers() {
    return platforms.stream().map(Platform::provider).toList();
  }

  /** Asks a person; opened when it is first used. */
  public Prompt prompt() {
    return prompt.get();
  }

  ExecutorService threads() {
    return threads.get();
  }

  /** Standard input; the next run goes on where one stopped reading. */
  Supplier<Lines> lines() {
    return lines;
  }

  /** The accounts of this login: the built-in demo's, or those of the file and the environment. */
  synchronized Accounts accounts(Platform platform, What.Login login) {
    return accounts.computeIfAbsent(
        new AccountsKey(platform, login),
        key ->
            Profiles.chosen(machine.environment(), login.profile())
                    .filter(name -> name.value().equals(Profiles.DEMO))
                    .isPresent()
                ? closing(new DemoAccounts(machine, platform, login), DemoAccounts::close)
                : new FileAccounts(this, platform, login));
  }

  /**
   * The connections of an account, shared by all requests with the same limits.
   *
   * @param caBundle the authorities named on the command line, or null
   * @throws dev.convo.failure.Failure CONFIG if a proxy or a file of authorities cannot be used
   */
  synchronized HttpStack stack(
      Platform platform, Accounts from, Account account, @Nullable Path caBundle, Limits limits) {
    return stacks.computeIfAbsent(
        new StackKey(from, account.base(), caBundle, limits),
        key ->
            closing(
                new HttpStack(
                    machine.network().transports().apply(connection(account, caBundle, limits)),
                    account,
                    platform.provider(),
                    limits,
                    machine.time(),
                    threads()),
                HttpStack::close));
  }

  /**
   * The files of an account's conversations, shared in the same way.
   *
   * @param largest the most bytes of one file
   */
  synchronized Attachments attachments(
      Accounts from, Account account, @Nullable Path caBundle, Limits limits, long largest) {
    return attachments.computeIfAbsent(
        new FilesKey(new StackKey(from, account.base(), caBundle, limits), largest),
        key ->
            closing(
                new Attachments(
                    from.files(
                        machine.network().downloads().apply(connection(account, caBundle, limits))),
                    Origin.of(account.base()),
                    limits,
                    largest,
                    machine.time(),
                    threads()),
                Attachments::close));
  }

  private Transport.Settings connection(Account account, @Nullable Path caBundle, Limits limits) {
    return account.connection(caBundle, limits, machine.network().userAgent());
  }

  /** Lets the session close what was just opened. */
  private <T> T closing(T opened, Consumer<T> close) {
    closing.add(() -> close.accept(opened));
    return opened;
  }

  /** Closes what was opened, the last first; whatever is still running breaks off. */
  @Override
  public void close() {
    Runnable last = closing.pollLast();
    if (last != null) {
      try {
        last.run();
      } finally {
        close();
      }
    }
  }
}
