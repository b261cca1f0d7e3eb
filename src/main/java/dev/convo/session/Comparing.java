package dev.convo.session;

import dev.convo.archive.Manifest;
import dev.convo.archive.SavedFolder;
import dev.convo.diff.Comparison;
import dev.convo.diff.Side;
import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Note;
import dev.convo.model.Verdict;
import dev.convo.profile.Profiles;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Setting;
import dev.convo.show.Report;
import dev.convo.source.Agenda;
import dev.convo.source.Batch;
import dev.convo.source.IdReader.Asked;
import dev.convo.source.Lines;
import dev.convo.source.Progress;
import dev.convo.source.Saved;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two documents of one conversation: saved ones, or a saved one and what the platform has now. */
final class Comparing implements Intake<What.Compared, Comparison> {
  private final Session session;
  private final What.Compared what;
  private final BiFunction<@Nullable String, Document, Side> sides;
  private final @Nullable Now now;
  private boolean different;

  /** The conversation as the platform has it now. */
  private record Now(Fetching fetching, Intake<Asked, Document> documents, Asked asked) {}

  /**
   * What to compare. Sends nothing.
   *
   * @param sides what may be shown of a document from this source
   * @throws Failure USAGE if that cannot be compared; CONFIG if the accounts cannot be used
   */
  Comparing(
      Session session,
      What.Compared what,
      Report report,
      Progress progress,
      BiFunction<@Nullable String, Document, Side> sides) {
    this.session = session;
    this.what = what;
    this.sides = sides;
    this.now = what.now() == null ? now(report, progress) : null;
  }

  private Now now(Report report, Progress progress) {
    Manifest manifest = manifest();
    if (manifest.asked().id().equals(Lines.STDIN)) {
      throw Failure.badAnswer(what.old() + ": its manifest names no conversation");
    }
    Fetching fetching = new Fetching(session, fetch(manifest), report, progress);
    Intake<Asked, Document> documents = fetching.documents();
    Asked asked = documents.agenda().next().map(Batch.Item::result).orElseThrow();
    noteOtherBase(manifest.asked().base(), asked, report);
    return new Now(fetching, documents, asked);
  }

  /** The environment variables that apply. */
  Map<String, String> variables() {
    return now == null ? session.machine().environment().variables() : now.fetching().variables();
  }

  @Override
  public Agenda<What.Compared> agenda() {
    return Agenda.of(List.of(what));
  }

  @Override
  public void prepare() {
    if (now != null) {
      now.documents().prepare();
    }
  }

  @Override
  public Details around(Details details) {
    return now == null ? details : now.documents().around(details);
  }

  @Override
  public Batch.Item<Comparison> take(What.Compared asked) {
    try {
      Document before = saved(asked.old());
      Batch.Item<Document> other =
          now == null
              ? new Batch.Item<>(saved(String.valueOf(asked.now())), null)
              : now.documents().take(now.asked());
      Document after = other.result();
      if (after == null) {
        return new Batch.Item<>(null, other.failure());
      }
      checkSame(before.conversation(), after.conversation());
      Comparison comparison =
          Comparison.of(sides.apply(asked.old(), before), sides.apply(asked.now(), after));
      different = !comparison.same();
      return new Batch.Item<>(comparison, other.failure());
    } catch (Failure failure) {
      return new Batch.Item<>(null, failure);
    }
  }

  @Override
  public Outcome outcome(Batch<What.Compared, Comparison> batch) {
    return new Outcome(batch.asked(), batch.shown(), batch.first(), different, Verdict.State.WHOLE);
  }

  private Document saved(String name) {
    Agenda<Supplier<Document>> named =
        new Saved(session.providers())
            .agenda(Optional.empty(), List.of(name), session.machine().streams()::in);
    Batch.Item<Supplier<Document>> one =
        named.next().orElseThrow(() -> notOne(name, "no conversation"));
    if (one.result() == null) {
      throw Objects.requireNonNull(one.failure());
    }
    if (named.next().isPresent()) {
      throw notOne(name, "more than one conversation");
    }
    return one.result().get();
  }

  private static Failure notOne(String name, String holds) {
    return Failure.usage(
        name + " holds " + holds,
        "name one of them: convo diff compares two documents of one conversation");
  }

  /** How the old document was fetched. */
  private Manifest manifest() {
    List<Path> folders = Saved.folders(Path.of(what.old()));
    if (folders.size() > 1) {
      throw notOne(what.old(), "more than one conversation");
    }
    Path old = folders.get(0);
    if (!SavedFolder.is(old)) {
      throw Failure.usage(
          what.old() + " does not say how it was fetched: it is not a folder that --save has made",
          "name what to compare it with: convo diff OLD NEW");
    }
    return SavedFolder.open(old).manifest();
  }

  private What.Fetch fetch(Manifest manifest) {
    Manifest.Asked asked = manifest.asked();
    Platform platform =
        Platform.named(asked.provider(), session.platforms())
            .orElseThrow(
                () ->
                    Failure.badAnswer(
                        what.old() + ": convo does not know the platform it is from"));
    return new What.Fetch(
        platform,
        List.of(asked.id()),
        login(platform, asked, manifest.meta().profile()),
        what.network(),
        new What.Manner(asked.messages(), false, false),
        null);
  }

  /** The demo has another port each time. */
  private static void noteOtherBase(String before, Asked now, Report report) {
    String base = now.query().base().toString();
    if (!base.equals(before) && !Profiles.DEMO.equals(now.account().profile())) {
      report.note(
          new Note(
              "other_base_url",
              "OLD was fetched from " + before + ", and NEW is fetched from " + base));
    }
  }

  /**
   * The account that the old document was fetched with. Even if the manifest was changed, no secret
   * goes elsewhere: the base URI is the profile's own.
   */
  private What.Login login(Platform platform, Manifest.Asked asked, @Nullable String profile) {
    What.Login typed = what.login();
    Map<String, String> settings = new HashMap<>();
    for (Setting setting : platform.facts().settings()) {
      String value = asked.settings().get(setting.key());
      if (setting.option() != null && value != null) {
        settings.put(setting.key(), value);
      }
    }
    boolean demo = Profiles.DEMO.equals(typed.profile() == null ? profile : typed.profile());
    return new What.Login(
        typed.profile() == null ? unlessChosen(profile) : typed.profile(),
        demo ? Map.of() : settings,
        typed.baseUrl(),
        typed.mayAsk());
  }

  /** Null for the profile that applies anyway: naming it would turn the variables off. */
  private @Nullable String unlessChosen(@Nullable String profile) {
    Optional<Sourced> chosen = Profiles.chosen(session.machine().environment(), null);
    return chosen.map(Sourced::value).orElse(Profiles.DEFAULT).equals(profile) ? null : profile;
  }

  private static void checkSame(Conversation before, Conversation after) {
    if (!before.provider().equals(after.provider()) || !Objects.equals(before.id(), after.id())) {
      throw Failure.usage(
          "these are two conversations: OLD is " + name(before) + ", NEW is " + name(after),
          "name two documents of one conversation, such as archive/"
              + before.provider()
              + "-42.1 and archive/"
              + before.provider()
              + "-42");
    }
  }

  private static String name(Conversation conversation) {
    return conversation.provider() + (conversation.id() == null ? "" : " " + conversation.id());
  }
}
