package dev.convo.source;

import dev.convo.archive.DocumentFile;
import dev.convo.archive.Manifest;
import dev.convo.archive.SavedFolder;
import dev.convo.failure.Failure;
import dev.convo.http.Calls;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.profile.Profiles;
import dev.convo.provider.Link;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Documents from saved answers, decoded by the same code as live ones, without a network. */
public final class Saved {
  private final List<Provider> providers;

  public Saved(List<Provider> providers) {
    this.providers = List.copyOf(providers);
  }

  /**
   * A saved conversation, decoded again from its answers.
   *
   * @throws Failure BAD_ANSWER if a file is not as it was written, or cannot be understood
   */
  public Document document(SavedFolder folder) {
    Manifest manifest = folder.manifest();
    Manifest.Asked asked = manifest.asked();
    Meta meta = manifest.meta();
    folder.check();
    try {
      Provider provider = provider(asked.provider());
      Found found = provider.conversation(query(provider, asked), Calls.offline(folder.answers()));
      // A sandbox's link was dead when its run ended.
      boolean dead = Profiles.DEMO.equals(meta.profile());
      Conversation conversation = found.conversation();
      return new Document(
          dead ? conversation.change().url(null).build() : conversation,
          meta.with(found.completeness()),
          provider.descriptor().glossary());
    } catch (Failure failure) {
      throw failure
          .of(folder.path().toString())
          .with(
              failure
                  .details()
                  .completed(asked.provider(), meta.profile(), meta.host(), asked.id()));
    }
  }

  /**
   * A document from convo's own JSON, with its provider's glossary, which JSON leaves out.
   *
   * @param name the file's, for failures
   * @throws Failure BAD_ANSWER if its platform is not known
   */
  private Document known(String name, Document read) {
    Provider provider;
    try {
      provider = provider(read.conversation().provider());
    } catch (Failure failure) {
      throw failure.of(name);
    }
    return new Document(read.conversation(), read.meta(), provider.descriptor().glossary());
  }

  /**
   * The saved conversations behind these names, each decoded when it is asked for. A folder is a
   * saved conversation or contains several; a file may contain any number; {@code -} is standard
   * input.
   *
   * @param as whose answers to the documented call the files are; empty where convo has written
   *     them
   * @throws Failure USAGE if there is nothing of that name
   */
  public Agenda<Supplier<Document>> agenda(
      Optional<Provider> as, List<String> names, Supplier<InputStream> stdin) {
    Agenda<Supplier<Document>> agenda = new Agenda<>();
    for (String name : names) {
      if (name.equals(Lines.STDIN)) {
        agenda.addStream(file("standard input", stdin.get(), as));
        continue;
      }
      if (as.isPresent() && Files.isDirectory(Path.of(name))) {
        throw Failure.usage(
            name + " is a folder: --as is for a file that holds a platform's answer",
            "leave out --as, or name a file, such as " + Path.of(name, "answer-1.json"));
      }
      for (Path one : folders(Path.of(name))) {
        if (SavedFolder.is(one)) {
          agenda.add(() -> document(SavedFolder.open(one)));
        } else {
          agenda.addStream(file(one.toString(), new FileWhenRead(one), as));
        }
      }
    }
    return agenda;
  }

  private Supplier<Optional<Batch.Item<Supplier<Document>>>> file(
      String name, InputStream in, Optional<Provider> as) {
    return as.isPresent() ? new RawFile(name, in, as.get()) : written(name, in);
  }

  private Supplier<Optional<Batch.Item<Supplier<Document>>>> written(String name, InputStream in) {
    DocumentFile file = new DocumentFile(name, in);
    return () -> {
      try {
        return file.next().map(document -> Batch.Item.of(() -> known(name, document)));
      } catch (Failure failure) {
        return Optional.of(Batch.Item.failed(failure));
      }
    };
  }

  /**
   * A file that is opened when it is read: if it cannot be, it fails like one that is cut short.
   */
  private static final class FileWhenRead extends InputStream {
    private final Path file;
    private @Nullable InputStream opened;

    FileWhenRead(Path file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      return opened().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return opened().read(target, offset, length);
    }

    private InputStream opened() throws IOException {
      InputStream in = opened == null ? Files.newInputStream(file) : opened;
      opened = in;
      return in;
    }

    @Override
    public void close() throws IOException {
      if (opened != null) {
        opened.close();
      }
    }
  }

  /** The folder itself, or the saved conversations in it by name, each in its latest version. */
  public static List<Path> folders(Path named) {
    if (!Files.exists(named)) {
      throw Failure.usage(
          named + ": there is no such file or folder", SavedFolder.elsewhere(named));
    }
    if (SavedFolder.is(named) || !Files.isDirectory(named)) {
      return List.of(named);
    }
    List<Path> inside;
    try {
      inside = SavedFolder.latestIn(named);
    } catch (IOException e) {
      throw Failure.usage(named + ": the folder cannot be read", null);
    }
    if (inside.isEmpty()) {
      throw Failure.usage(
          named + " is not a saved conversation and does not hold any",
          "name a folder that --save has made");
    }
    return inside;
  }

  private static Query query(Provider provider, Manifest.Asked asked) {
    for (Setting setting : provider.descriptor().settings()) {
      if (setting.required() && !asked.settings().containsKey(setting.key())) {
        throw Failure.badAnswer("the manifest does not say " + setting.key());
      }
    }
    return new Query(asked.id(), base(asked.base()), asked.settings(), asked.messages());
  }

  private static URI base(String written) {
    return Link.parse(written)
        .filter(base -> String.valueOf(base.getScheme()).matches("https?"))
        .orElseThrow(() -> Failure.badAnswer("base_url in the manifest is not an address"));
  }

  private Provider provider(String name) {
    return providers.stream()
        .filter(one -> one.descriptor().name().equals(name))
        .findFirst()
        .orElseThrow(() -> Failure.badAnswer("convo does not know the platform it is from"));
  }
}
