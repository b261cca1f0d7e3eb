package dev.convo.session;

import dev.convo.archive.Manifest;
import dev.convo.archive.SavedFolder;
import dev.convo.diff.Comparison;
import dev.convo.diff.Side;
import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Note;
import dev.convo.profile.Profiles;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Setting;
import dev.convo.show.HeldReport;
import dev.convo.source.Agenda;
import dev.convo.source.Asked;
import dev.convo.source.Batch;
import dev.convo.source.Progress;
import dev.convo.source.Saved;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Two documents of one conversation: saved ones, or a saved one and what the platform has now. */
final class Comparing implements Intake<Comparing.Both, Comparison> {
  private final Session session;
  private final What.Compared what;
  private final HeldReport report;
  private final UnaryOperator<Document> staged;
  private final Progress progress = new Progress(false, OptionalInt.of(1));
  private final Supplier<Batch.Item<Side>> now;
  private @Nullable Fetching live;
  private @Nullable Intake<Asked, Document> fetched;
  private boolean same = true;

  /**
   * What is to be compared. Sends nothing.
   *
   * @param staged what happens to a document before it is shown
   * @throws Failure USAGE if that cannot be compared; CONFIG if the accounts cannot be used
   */
  Comparing(
      Session session, What.Compared what, HeldReport report, UnaryOperator<Document> staged) {
    this.session = session;
    this.what = what;
    this.report = report;
    this.staged = staged;
    String other = what.now();
    if (other != null) {
      this.now = () -> new Batch.Item<>(saved(other), null);
    } else {
      this.now = fetching();
    }
  }

  /** The one thing that is asked for. */
  record Both() {}

  /** The environment, as far as it is heeded. */
  Map<String, String> variables() {
    return live == null ? session.machine().environment().variables() : live.variables();
  }

  @Override
  public int concurrency() {
    return 1;
  }

  @Override
  public Agenda<Both> agenda() {
    return Agenda.of(List.of(new Both()));
  }

  @Override
  public OptionalInt count() {
    return OptionalInt.of(1);
  }

  @Override
  public String nothing() {
    return "there was nothing to compare";
  }

  @Override
  public Details around(Details details) {
    return fetched == null ? details : fetched.around(details);
  }

  @Override
  public Batch.Item<Comparison> take(Both asked) {
    try {
      Side before = saved(what.old());
      Batch.Item<Side> other = now.get();
      Side after = other.result();
      if (after == null) {
        return new Batch.Item<>(null, other.failure());
      }
      checkSame(before.whole().conversation(), after.whole().conversation());
      Comparison comparison = Comparison.of(before, after);
      same = comparison.same();
      return new Batch.Item<>(comparison, other.failure());
    } catch (Failure failure) {
      return new Batch.Item<>(null, failure);
    }
  }

  /** Whether nothing changed between the two that were compared. */
  boolean same() {
    return same;
  }

  private Side side(@Nullable String source, Document document) {
    return new Side(source, document, staged.apply(document));
  }

  private Side saved(String name) {
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
    return side(name, one.result().get());
  }

  private static Failure notOne(String name, String holds) {
    return new Failure(
        Kind.USAGE,
        name + " holds " + holds,
        "name one of them: convo diff compares two documents of one conversation");
  }

  private Supplier<Batch.Item<Side>> fetching() {
    List<Path> folders = Saved.folders(Path.of(what.old()));
    Path old = folders.get(0);
    if (folders.size() > 1) {
      throw notOne(what.old(), "more than one conversation");
    }
    if (!SavedFolder.is(old)) {
      throw new Failure(
          Kind.USAGE,
          what.old() + " does not say how it was fetched: it is not a folder that --save has made",
          "name what to compare it with: convo diff OLD NEW");
    }
    Manifest manifest = SavedFolder.open(old).manifest();
    Manifest.Asked asked = manifest.asked();
    Platform platform =
        session.platforms().stream()
            .filter(one -> one.provider().descriptor().name().equals(asked.provider()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Failure(
                        Kind.BAD_ANSWER,
                        what.old() + ": convo does not know the platform it is from",
                        null));
    What.Fetch fetch =
        new What.Fetch(
            platform,
            List.of(asked.id()),
            login(platform, asked, manifest.fetched().profile()),
            what.network(),
            new What.Manner(asked.messages(), false, false),
            null);
    Fetching fetching = new Fetching(session, fetch, report, progress);
    Intake<Asked, Document> documents = fetching.documents();
    live = fetching;
    fetched = documents;
    Asked one = documents.agenda().next().map(Batch.Item::result).orElseThrow();
    noteOtherBase(asked.base(), one);
    return () -> {
      documents.prepare();
      Batch.Item<Document> item = documents.take(one);
      Document document = item.result();
      return new Batch.Item<>(document == null ? null : side(null, document), item.failure());
    };
  }

  /** The demo has another port each time. */
  private void noteOtherBase(String before, Asked now) {
    String base = now.query().base().toString();
    if (!base.equals(before) && !Profiles.DEMO.equals(now.account().profile())) {
      report.note(
          new Note(
              "other_base_url",
              "OLD was fetched from " + before + ", and NEW is fetched from " + base));
    }
  }

  /**
   * The account that the old document was fetched with. Where the manifest was changed, no secret
   * goes elsewhere: the base URI is the profile's own, whatever the manifest says.
   */
  private What.Login login(Platform platform, Manifest.Asked asked, @Nullable String profile) {
    What.Login typed = what.login();
    Map<String, String> settings = new HashMap<>();
    for (Setting setting : platform.provider().descriptor().settings()) {
      String value = asked.settings().get(setting.key());
      if (setting.option() != null && value != null) {
        settings.put(setting.key(), value);
      }
    }
    boolean demo = Profiles.DEMO.equals(typed.profile() == null ? profile : typed.profile());
    return new What.Login(
        typed.profile() == null ? unlessChosen(profile, typed) : typed.profile(),
        demo ? Map.of() : settings,
        typed.baseUrl(),
        typed.mayAsk());
  }

  /** A profile that applies anyway need not be named: named, it would hide the environment. */
  private @Nullable String unlessChosen(@Nullable String profile, What.Login typed) {
    String chosen =
        Profiles.chosen(session.machine().environment(typed.mayAsk()), null)
            .map(Sourced::value)
            .orElse(Profiles.DEFAULT);
    return chosen.equals(profile) ? null : profile;
  }

  private static void checkSame(Conversation before, Conversation after) {
    if (!before.provider().equals(after.provider()) || !Objects.equals(before.id(), after.id())) {
      throw new Failure(
          Kind.USAGE,
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
