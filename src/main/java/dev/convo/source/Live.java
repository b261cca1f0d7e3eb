package dev.convo.source;

import dev.convo.archive.Recording;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Exchange;
import dev.convo.http.Origin;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Setting;
import dev.convo.source.IdReader.Asked;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Documents from the platform. Several may be fetched at once. */
public final class Live {
  private final Provider provider;
  private final Accounts accounts;
  private final Function<Account, HttpStack> stacks;
  private final HttpStack.Watcher watcher;
  private final InstantSource clock;
  private final Progress progress;
  private final Optional<Keeping> keeping;

  /**
   * Documents of these accounts.
   *
   * @param stacks the connections of an account
   * @param watcher receives what happens on them
   * @param progress counts what is fetched
   * @param keeping saves the documents as well; or empty
   */
  public Live(
      Provider provider,
      Accounts accounts,
      Function<Account, HttpStack> stacks,
      HttpStack.Watcher watcher,
      InstantSource clock,
      Progress progress,
      Optional<Keeping> keeping) {
    this.provider = provider;
    this.accounts = accounts;
    this.stacks = stacks;
    this.watcher = watcher;
    this.clock = clock;
    this.progress = progress;
    this.keeping = keeping;
  }

  /**
   * A conversation as a document.
   *
   * @throws Failure OUTPUT if it cannot be saved
   */
  public Batch.Item<Document> document(Asked asked) {
    return guarded(asked, () -> keeping.map(one -> kept(asked, one)).orElseGet(() -> found(asked)));
  }

  private Batch.Item<Document> kept(Asked asked, Keeping keeper) {
    Query query = asked.query();
    Optional<Document> there = keeper.there(query, asked.account(), provider.descriptor().name());
    if (there.isPresent()) {
      return Batch.Item.of(there.get());
    }
    try (Recording recording = keeper.begin(provider.opening(query))) {
      Calls calls = calls(asked, recording::over);
      Found found = provider.conversation(query, calls);
      Document document = document(asked, found, calls);
      Attachments.Outcome files =
          keeper.files(recording, asked.account(), found.conversation(), watcher, progress);
      keeper.keep(recording, query, document, found.missing(), files.saved());
      return new Batch.Item<>(document, partial(found, files.missing(), asked));
    }
  }

  private Batch.Item<Document> found(Asked asked) {
    Calls calls = calls(asked, exchange -> exchange);
    Found found = provider.conversation(asked.query(), calls);
    return new Batch.Item<>(document(asked, found, calls), partial(found, null, asked));
  }

  private Document document(Asked asked, Found found, Calls calls) {
    Meta meta =
        new Meta(
            found.completeness(),
            calls.tally().requests(),
            asked.account().profile(),
            Origin.of(asked.account().base()).authority(),
            clock.instant(),
            calls.tally().requestIds());
    return new Document(linked(found.conversation()), meta, provider.descriptor().glossary());
  }

  /** A sandbox's link changes with each run and is dead when the run ends. */
  private Conversation linked(Conversation found) {
    return accounts.samples().isPresent() ? found.change().url(null).build() : found;
  }

  /** The body of the documented call, byte for byte, once it is known to be the right one. */
  public Batch.Item<List<byte[]>> raw(Asked asked) {
    return guarded(
        asked,
        () -> {
          List<byte[]> body = new ArrayList<>();
          provider.conversation(asked.query(), calls(asked, exchange -> recorded(exchange, body)));
          if (hasMessagesElsewhere(asked.query())) {
            watcher.note(
                new Note(
                    "raw_one_call",
                    "-o raw is the answer of one call; the messages are in others: --save DIR"
                        + " keeps them all"));
          }
          return Batch.Item.of(body);
        });
  }

  /**
   * The same exchange, whose last reply's body is kept byte for byte, after content decoding, as
   * far as it is read.
   */
  static Exchange recorded(Exchange exchange, List<byte[]> body) {
    return request -> {
      body.clear();
      return exchange
          .send(request)
          .tapped((bytes, from, count) -> body.add(Arrays.copyOfRange(bytes, from, from + count)));
    };
  }

  /** Whether the messages come with other calls than the documented one. */
  private boolean hasMessagesElsewhere(Query query) {
    Query whole = new Query(query.id(), query.base(), query.settings(), true);
    return provider.opening(whole).size() > provider.opening(query).size();
  }

  /** The requests as {@code curl} commands; reads no secret, sends nothing. */
  public Batch.Item<String> commands(Asked asked) {
    return guarded(asked, () -> Batch.Item.of(DryRun.of(provider, asked.account(), asked.query())));
  }

  private Calls calls(Asked asked, UnaryOperator<Exchange> seam) {
    Calls calls = stacks.apply(asked.account()).calls(watcher, seam);
    progress.begun(calls.tally(), Origin.of(asked.account().base()).authority());
    return calls;
  }

  private <T> Batch.Item<T> guarded(Asked asked, Supplier<Batch.Item<T>> attempt) {
    try {
      return attempt.get();
    } catch (Failure failure) {
      if (failure.kind() == Kind.OUTPUT) {
        throw failure; // Saving the next one would fail as well.
      }
      Failure said = failure.kind() == Kind.NOT_FOUND ? notFound(failure, asked) : failure;
      return Batch.Item.failed(placed(said, asked));
    } catch (OutOfMemoryError e) {
      Failure failure = Failure.outOfMemory("conversation " + asked.query().id());
      return Batch.Item.failed(placed(failure, asked));
    } finally {
      progress.ended();
    }
  }

  /**
   * Says where it was looked for, and what to try. Ids belong to an account or a workspace; and
   * what looks like a file name or several ids may be a valid id, which only the platform knows.
   */
  private Failure notFound(Failure failure, Asked asked) {
    Descriptor facts = provider.descriptor();
    StringJoiner scope = new StringJoiner(", ", "; looked in ", "").setEmptyValue("");
    for (Setting setting : facts.settings()) {
      Sourced value = asked.account().settings().get(setting.key());
      if (value != null && setting.option() != null && !(setting instanceof Setting.Flag)) {
        boolean builtIn = value.source().origin() == Source.Origin.BUILT_IN;
        scope.add(
            setting.key().replaceFirst("_id$", "")
                + " "
                + value.value()
                + (builtIn ? "" : " from " + value.source()));
      }
    }
    String hint =
        IdSlips.hint(asked.query().id(), facts, facts.idForm(asked.account().values()))
            .or(accounts::samples)
            .orElse(failure.hint());
    return new Failure(failure.kind(), failure.message() + scope, hint, failure.details(), failure);
  }

  /**
   * Why something is missing, or null. If messages are missing as well as files, the files become a
   * note.
   */
  private @Nullable Failure partial(Found found, @Nullable Failure unsaved, Asked asked) {
    Failure ofFiles = unsaved == null ? null : unsaved.of("conversation " + asked.query().id());
    Failure missing = found.missing();
    if (missing == null) {
      return ofFiles == null ? null : placed(ofFiles, asked);
    }
    if (ofFiles != null) {
      watcher.note(new Note("files_not_saved", ofFiles.message()));
    }
    return placed(
        new Failure(Kind.PARTIAL, missing.message(), missing.hint(), missing.details(), missing),
        asked);
  }

  private Failure placed(Failure failure, Asked asked) {
    Query query = asked.query();
    return failure.with(
        failure
            .details()
            .completed(
                provider.descriptor().name(),
                asked.account().profile(),
                Origin.of(query.base()).authority(),
                query.id()));
  }
}
