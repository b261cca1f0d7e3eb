package dev.convo.source;

import dev.convo.archive.Archive;
import dev.convo.archive.Manifest;
import dev.convo.archive.Recording;
import dev.convo.failure.Failure;
import dev.convo.http.Request;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.Profiles;
import dev.convo.provider.Query;
import dev.convo.text.Plain;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Saves conversations as they are fetched. */
public final class Keeping {
  private final Archive archive;
  private final Map<String, Form> forms;
  private final String version;
  private final Optional<Saved> resumed;
  private final Optional<Function<Account, Attachments>> attachments;
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicInteger files = new AtomicInteger();
  private final AtomicInteger there = new AtomicInteger();

  /** A way to write a document. */
  @FunctionalInterface
  public interface Form {
    /** Writes it; errors of the stream are thrown on. */
    void write(Document document, Writer out) throws IOException;
  }

  /**
   * Saves into an archive.
   *
   * @param forms how the document is written, by the file's name
   * @param version convo's own
   * @param resumed reads conversations that are already saved, instead of fetching them; or empty
   * @param attachments downloads the files of an account's conversations; or empty
   */
  public Keeping(
      Archive archive,
      Map<String, Form> forms,
      String version,
      Optional<Saved> resumed,
      Optional<Function<Account, Attachments>> attachments) {
    this.archive = archive;
    this.forms = Map.copyOf(forms);
    this.version = version;
    this.resumed = resumed;
    this.attachments = attachments;
  }

  /** The conversation, if it is already saved and need not be fetched. */
  Optional<Document> there(Query query, Account account, String provider) {
    Manifest.Asked asked = asked(query, provider);
    Optional<Document> document =
        resumed.flatMap(
            saved ->
                archive
                    .whole(provider, query.id(), old -> suffices(old, asked, account))
                    .map(saved::document));
    document.ifPresent(found -> there.incrementAndGet());
    return document;
  }

  /** The demo listens on another port in each run: its address alone makes no difference. */
  private static boolean suffices(Manifest old, Manifest.Asked asked, Account account) {
    boolean demo =
        Profiles.DEMO.equals(account.profile()) && Profiles.DEMO.equals(old.meta().profile());
    return old.asked().covers(demo ? asked.at(old.asked().base()) : asked);
  }

  Recording begin(List<Request> opening) {
    return archive.begin(opening);
  }

  /** Downloads the files of its messages, if they are wanted. */
  Attachments.Outcome files(
      Recording recording,
      Account account,
      Conversation conversation,
      HttpStack.Watcher watcher,
      Progress progress) {
    return attachments
        .map(of -> of.apply(account).save(conversation, recording, watcher, progress))
        .orElse(Attachments.Outcome.NONE);
  }

  /**
   * Saves it, with everything that was recorded.
   *
   * @param missing why something that was tried is not there, or null
   * @param withFiles how many of its messages' files that includes
   */
  void keep(
      Recording recording,
      Query query,
      Document document,
      @Nullable Failure missing,
      int withFiles) {
    Document timeless =
        new Document(document.conversation(), document.meta().timeless(), document.glossary());
    new TreeMap<>(forms)
        .forEach((name, form) -> recording.file(name, out -> form.write(timeless, out)));
    recording.keep(
        asked(query, document.conversation().provider()), version, document.meta(), missing);
    kept.incrementAndGet();
    files.addAndGet(withFiles);
  }

  private Manifest.Asked asked(Query query, String provider) {
    return new Manifest.Asked(
        provider,
        query.id(),
        query.base().toString(),
        query.settings(),
        query.messages(),
        attachments.isPresent());
  }

  /** Finishes, and reports what was saved. */
  public List<Note> end() {
    archive.close();
    List<Note> notes = new ArrayList<>();
    String folder = Plain.line(archive.path().toString());
    if (there.get() > 0) {
      notes.add(
          new Note(
              "resumed",
              conversations(there.get())
                  + " already saved in "
                  + folder
                  + ", and not asked for again"));
    }
    if (kept.get() > 0) {
      notes.add(new Note("saved", conversations(kept.get()) + " saved in " + folder + withFiles()));
    }
    return notes;
  }

  private String withFiles() {
    int count = files.get();
    return count == 0 ? "" : count == 1 ? ", with 1 file" : ", with " + count + " files";
  }

  private static String conversations(int count) {
    return count == 1 ? "1 conversation was" : count + " conversations were";
  }

  /** Discards what is incomplete; nothing more is saved. */
  public void drop() {
    archive.close();
  }
}
