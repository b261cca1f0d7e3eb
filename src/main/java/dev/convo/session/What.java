package dev.convo.session;

import dev.convo.source.Lines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a line asks for: conversations of a platform, or saved ones. Null is "not said": the
 * environment, the profile or a default decides.
 */
public sealed interface What {
  /** Ids, links or paths and {@code -} as they were typed. */
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
    return names().size() > 1 || names().contains(Lines.STDIN);
  }

  /** How many were named; empty where standard input names others. */
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
   * @param as the platform whose answer to the documented call the files are; null where they are
   *     what convo has written
   */
  record Saved(List<String> names, @Nullable Platform as, boolean failFast) implements What {
    public Saved {
      names = List.copyOf(names);
    }
  }

  /**
   * Saved conversations, not to be shown but to be checked.
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
   * @param now the same; null for what the platform has now, asked for as the old one was
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
   * @param messages whether messages are wanted, and not the conversation alone
   * @param dryRun whether the requests are wanted as {@code curl} commands
   * @param failFast whether the first failure ends the run
   */
  record Manner(boolean messages, boolean dryRun, boolean failFast) {}

  /**
   * Where fetched conversations are kept.
   *
   * @param resume whether those that are there already are not asked for again
   * @param files whether the files that messages name are kept too
   * @param largestFile bytes of one of them
   * @param version convo's own
   */
  record Keeping(Path folder, boolean resume, boolean files, long largestFile, String version) {}

  /**
   * The account to use.
   *
   * @param settings the provider's settings typed as options, by key
   * @param mayAsk whether a program that fetches a secret may ask the user
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
   * @param concurrency requests under way at once; null for what the platform allows
   */
  record Network(@Nullable Path caBundle, @Nullable Integer concurrency, Limits limits) {}

  /**
   * What a conversation may use up.
   *
   * @param timeout for the whole of one request; null for the profile file's
   * @param maxWait for rate limits in all; null for more where there are several conversations
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
