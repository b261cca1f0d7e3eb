package dev.convo.source;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Allowance;
import dev.convo.http.Calls;
import dev.convo.http.Origin;
import dev.convo.http.Tally;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.profile.Account;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Found;
import dev.convo.provider.Provider;
import dev.convo.provider.Query;
import dev.convo.provider.Setting;
import dev.convo.select.PublicOnly;
import java.time.InstantSource;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One conversation, top to bottom: from an id to what is shown. */
public final class Fetch {
  private final Provider provider;
  private final Targets targets;
  private final Accounts accounts;
  private final Function<Account, HttpStack> stacks;
  private final InstantSource clock;
  private final boolean publicOnly;
  private final Progress progress;

  /**
   * Fetches for one run.
   *
   * @param stacks the run's stack; opened with the first account
   * @param progress hears of what is fetched
   */
  public Fetch(
      Provider provider,
      Targets targets,
      Accounts accounts,
      Function<Account, HttpStack> stacks,
      InstantSource clock,
      boolean publicOnly,
      Progress progress) {
    this.provider = provider;
    this.targets = targets;
    this.accounts = accounts;
    this.stacks = stacks;
    this.clock = clock;
    this.publicOnly = publicOnly;
    this.progress = progress;
  }

  /** A conversation as a document. */
  public Batch.Item<Document> document(Ids.Asked asked) {
    return guarded(
        asked,
        target -> {
          Tally tally = new Tally();
          HttpStack stack = stacks.apply(target.account());
          Allowance allowance = stack.allowance();
          Calls calls =
              watched(stack.calls(stack.exchange(tally, allowance), tally, allowance), target);
          Found found = provider.conversation(target.query(), calls);
          Meta meta =
              new Meta(
                  found.completeness(),
                  calls.requests(),
                  target.account().profile(),
                  Origin.of(target.account().base()).authority(),
                  clock.instant(),
                  calls.requestIds());
          Document document =
              new Document(linked(found.conversation()), meta, provider.descriptor().shown());
          return new Batch.Item<>(
              publicOnly ? PublicOnly.of(document, provider::mayHaveReached) : document,
              partial(found, target));
        });
  }

  /** The sandbox's link would be dead as soon as the run ends, and differ in each. */
  private Conversation linked(Conversation found) {
    return accounts.samples().isPresent() ? found.withoutUrl() : found;
  }

  /** The body of the documented call, byte for byte, once it is known to be the right one. */
  public Batch.Item<List<byte[]>> raw(Ids.Asked asked) {
    return guarded(
        asked,
        target -> {
          Tally tally = new Tally();
          HttpStack stack = stacks.apply(target.account());
          Allowance allowance = stack.allowance();
          RecordingExchange kept = new RecordingExchange(stack.exchange(tally, allowance));
          provider.conversation(
              target.query(), watched(stack.calls(kept, tally, allowance), target));
          return new Batch.Item<>(kept.body(), null);
        });
  }

  private Calls watched(Calls calls, Targets.Target target) {
    progress.begun(calls, Origin.of(target.account().base()).authority());
    return calls;
  }

  /** The requests as {@code curl} commands; reads no secret, sends nothing. */
  public Batch.Item<String> commands(Ids.Asked asked) {
    return guarded(
        asked,
        target -> new Batch.Item<>(DryRun.of(provider, target.account(), target.query()), null));
  }

  private interface Attempt<T> {
    Batch.Item<T> at(Targets.Target target);
  }

  private <T> Batch.Item<T> guarded(Ids.Asked asked, Attempt<T> attempt) {
    Targets.Target target;
    try {
      target = targets.target(asked);
    } catch (Failure failure) {
      return new Batch.Item<>(null, failure);
    }
    try {
      return attempt.at(target);
    } catch (Failure failure) {
      return new Batch.Item<>(null, placed(withSamples(withScope(failure, target)), target));
    } catch (OutOfMemoryError e) {
      Failure failure = Failure.outOfMemory("conversation " + target.query().id());
      return new Batch.Item<>(null, placed(failure, target));
    } finally {
      progress.ended();
    }
  }

  /** An id is one of an account's, a workspace's or the like: says whose was asked for, and why. */
  private Failure withScope(Failure failure, Targets.Target target) {
    if (failure.kind() != Kind.NOT_FOUND) {
      return failure;
    }
    StringJoiner scope = new StringJoiner(", ", "; looked in ", "").setEmptyValue("");
    for (Setting setting : provider.descriptor().settings()) {
      Sourced value = target.account().settings().get(setting.key());
      if (value != null && setting.option() != null && !(setting instanceof Setting.Flag)) {
        boolean builtIn = value.source().origin() == Source.Origin.BUILT_IN;
        scope.add(
            setting.key().replaceFirst("_id$", "")
                + " "
                + value.value()
                + (builtIn ? "" : " from " + value.source()));
      }
    }
    return new Failure(
        failure.kind(), failure.message() + scope, failure.hint(), failure.details(), failure);
  }

  private Failure withSamples(Failure failure) {
    return failure.kind() == Kind.NOT_FOUND
        ? accounts.samples().map(failure::withHint).orElse(failure)
        : failure;
  }

  private @Nullable Failure partial(Found found, Targets.Target target) {
    Failure missing = found.missing();
    return missing == null
        ? null
        : placed(
            new Failure(
                Kind.PARTIAL, missing.message(), missing.hint(), missing.details(), missing),
            target);
  }

  private Failure placed(Failure failure, Targets.Target target) {
    Query query = target.query();
    return failure.with(
        failure
            .details()
            .asked(
                provider.descriptor().name(),
                target.account().profile(),
                Origin.of(query.base()).authority(),
                query.id()));
  }
}
