package dev.convo.session;

import dev.convo.source.Lines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a line asks for: conversations of a platform, or saved ones. Null means "not said": then the
 * environment, the profile or a default decides.
 */
public sealed interface What {
  /** Ids, links, paths and {@code -}, as they were typed. */
  List<String> names();

  /** Whether the first failure ends the run. */
  default boolean failFast() {
    return false;
  }

  /** Whether requests are wanted as {@code curl} commands. */
  default boolean dryRun() {
    return false;
  }

  /** Whether there may be more than one conversation. */
  default boolean several() {
    return count().orElse(2) > 1;
  }

  /** How many were named; empty if standard input names more. */
  default OptionalInt count() {
    return names().contains(Lines.STDIN) ? OptionalInt.empty() : OptionalInt.of(names().size());
  }

  /**
   * Conversations of a platform.
   *
   * @param names ids, links and {@code -}
   * @param keeping where they are saved too, or null
   */
  record Fetch(
      Platform platform,
      List<String> names,
      Login login,
      Network network,
      Manner manner,
      @Nullable Keeping keeping)
      implements What {
    public Fetch {
      names = List.copyOf(names);
    }

    @Override
    public boolean failFast() {
      return manner.failFast();
    }

    @Override
    public boolean dryRun() {
      return manner.dryRun();
    }
  }

  /**
   * Saved conversations.
   *
   * @param names folders, files and {@code -}
   * @param as the platform whose answers to the documented call the files hold; null if convo wrote
   *     the files
   */
  record Saved(List<String> names, @Nullable Platform as, boolean failFast) implements What {
    public Saved {
      names = List.copyOf(names);
    }
  }

  /**
   * Saved conversations to be checked, not shown.
   *
   * @param names folders
   */
  record Checked(List<String> names) implements What {
    public Checked {
      names = List.copyOf(names);
    }
  }

  /**
   * Two documents of one conversation.
   *
   * @param old a folder or a file
   * @param now the same; null for what the platform has now, fetched as the old one was
   */
  record Compared(String old, @Nullable String now, Login login, Network network) implements What {
    @Override
    public List<String> names() {
      return List.of(old);
    }
  }

  /**
   * How conversations are fetched.
   *
   * @param messages whether messages are wanted, or only the conversation itself
   * @param dryRun whether the requests are wanted as {@code curl} commands
   * @param failFast whether the first failure ends the run
   */
  record Manner(boolean messages, boolean dryRun, boolean failFast) {}

  /**
   * Where fetched conversations are saved.
   *
   * @param resume whether those that are already there are skipped
   * @param files whether the files that messages name are saved too
   * @param largestFile the most bytes of one of them
   * @param version convo's own
   */
  record Keeping(Path folder, boolean resume, boolean files, long largestFile, String version) {}

  /**
   * The account to use.
   *
   * @param settings the provider's settings typed as options, by key
   * @param mayAsk whether a command that fetches a secret may ask the user
   */
  record Login(
      @Nullable String profile,
      Map<String, String> settings,
      @Nullable String baseUrl,
      boolean mayAsk) {
    public Login {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * How the platform is reached.
   *
   * @param caBundle a PEM file of further authorities to trust
   * @param concurrency requests at once; null for what the platform allows
   */
  record Network(@Nullable Path caBundle, @Nullable Integer concurrency, Limits limits) {}

  /**
   * Limits of a request and of a conversation.
   *
   * @param timeout for the whole of one request; null for the profile file's
   * @param maxWait for all waits on rate limits; null for the default, which is longer for several
   *     conversations
   * @param maxBody bytes of one answer
   * @param maxSize bytes of one conversation
   * @param maxTime for one conversation
   */
  record Limits(
      @Nullable Duration timeout,
      int retries,
      @Nullable Duration maxWait,
      long maxBody,
      long maxSize,
      Duration maxTime) {}
}
