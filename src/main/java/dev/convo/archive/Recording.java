package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.files.PrivateFiles;
import dev.convo.http.Exchange;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.model.Meta;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that is being saved, in a folder that cannot be taken for a finished one. Answers
 * are written as they are decoded. What cannot be written is reported at the end, so that it does
 * not look like a failure of the platform; other methods throw {@link Failure} OUTPUT.
 */
public final class Recording implements AutoCloseable {
  private final Archive archive;
  private final Path folder;
  private final List<String> opening;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Manifest.Download> downloads = new ArrayList<>();
  private final List<Manifest.Entry> files = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();
  private volatile @Nullable Failure fault;

  /**
   * A recording.
   *
   * @param opening the requests whose order is known beforehand
   */
  Recording(Archive archive, Path folder, List<Request> opening) {
    this.archive = archive;
    this.folder = folder;
    this.opening = opening.stream().map(Manifest.Call::target).toList();
  }

  /** Writes the text of a file. */
  @FunctionalInterface
  public interface Writing {
    void write(Writer out) throws IOException;
  }

  /** The same exchange, with its answers recorded. */
  public Exchange over(Exchange exchange) {
    return request -> {
      Attempt attempt = begin(Manifest.Call.target(request));
      try {
        Reply reply = exchange.send(request);
        attempt.answered(reply);
        return reply.tapped(attempt).onClose(attempt::close);
      } catch (Failure failure) {
        throw attempt.failed(failure);
      }
    };
  }

  /** A call that is made again replaces its failed attempt. */
  private synchronized Attempt begin(String target) {
    attempts.removeIf(one -> one.target.equals(target) && one.failure != null);
    Attempt attempt = new Attempt(target);
    attempts.add(attempt);
    return attempt;
  }

  /** A new file under a temporary name; several may be written at once. */
  public HashedFile newFile() {
    return new HashedFile(archive, folder.resolve("part-" + begun.getAndIncrement()));
  }

  /** Gives a finished file of a message its name, which no other may have. */
  public synchronized Manifest.Entry keep(HashedFile file, AttachmentName name) {
    Path attachments = folder.resolve(Manifest.ATTACHMENTS);
    try {
      // Not its parents: a run that is being stopped removes them.
      if (!Files.exists(attachments)) {
        PrivateFiles.folder(attachments);
      }
    } catch (IOException e) {
      throw archive.cannot(e);
    }
    return file.keep(folder, Manifest.ATTACHMENTS + "/" + name.text());
  }

  /**
   * Lists what became of a file of a message.
   *
   * @param file null if it did not arrive, or is already listed
   */
  public synchronized void listed(Manifest.Download download, Manifest.@Nullable Entry file) {
    downloads.add(download);
    if (file != null) {
      files.add(file);
    }
  }

  /** Writes a file in UTF-8. */
  public void file(String name, Writing writing) {
    try (HashedFile file = new HashedFile(archive, folder.resolve(name))) {
      // Buffered before the encoder: renderers write a few characters at a time.
      Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
      writing.write(out);
      out.flush();
      synchronized (this) {
        files.add(file.entry(name));
      }
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  /**
   * Finishes the recording: the folder moves to its place among the saved ones.
   *
   * @param missing why something is missing that was tried, or null
   * @return where it is now
   */
  public Path keep(Manifest.Asked asked, String version, Meta meta, @Nullable Failure missing) {
    List<Manifest.Entry> all = new ArrayList<>();
    List<Manifest.Call> calls = calls(all);
    all.addAll(files);
    Manifest manifest = new Manifest(asked, version, meta, missing, calls, downloads, all);
    file(Manifest.FILE, out -> ManifestText.write(manifest, out));
    return archive.place(folder, FolderName.of(asked.provider(), asked.id()));
  }

  /** The calls, with each answer under its final name; parallel requests end in any order. */
  private synchronized List<Manifest.Call> calls(List<Manifest.Entry> answers) {
    Failure broken = fault;
    if (broken != null) {
      throw broken;
    }
    attempts.sort(
        Comparator.comparing((Attempt one) -> place(one.target))
            .thenComparing(one -> one.target.length())
            .thenComparing(one -> one.target));
    List<Manifest.Call> calls = new ArrayList<>();
    for (Attempt one : attempts) {
      String name = "answer-" + (answers.size() + 1) + ".json";
      Manifest.Entry answer = one.keep(name);
      if (answer != null) {
        answers.add(answer);
      }
      calls.add(
          new Manifest.Call(
              one.target, one.status, one.requestId, answer == null ? null : name, one.failure));
    }
    return calls;
  }

  private int place(String target) {
    int place = opening.indexOf(target);
    return place < 0 ? opening.size() : place;
  }

  /** Removes whatever was not kept. */
  @Override
  public void close() {
    synchronized (this) {
      attempts.forEach(Attempt::close);
    }
    PrivateFiles.remove(folder);
  }

  /** An attempt at a call: its body is written as it is read. */
  private final class Attempt implements Reply.Tap {
    private final String target;
    private @Nullable Integer status;
    private @Nullable String requestId;
    private volatile @Nullable Failure failure;
    private @Nullable HashedFile file;

    Attempt(String target) {
      this.target = target;
    }

    synchronized void answered(Reply reply) {
      status = reply.status();
      requestId = reply.headers().requestId().orElse(null);
      try {
        file = newFile();
      } catch (Failure e) {
        fault = e;
      }
    }

    @Override
    public synchronized void read(byte[] bytes, int from, int count) {
      try {
        if (file != null && fault == null) {
          file.write(bytes, from, count);
        }
      } catch (Failure e) {
        fault = e;
      }
    }

    /** Nothing is kept of an answer that broke off. */
    @Override
    public synchronized Failure failed(Failure why) {
      failure = why;
      if (status == null) {
        status = why.details().httpStatus();
        requestId = why.details().requestId();
      }
      close();
      if (file != null) {
        file.remove();
      }
      return why;
    }

    /** Gives the answer's file its name; null if the call failed. */
    synchronized Manifest.@Nullable Entry keep(String name) {
      if (failure == null && file == null) {
        failed(Failure.interrupted());
      }
      return failure == null && file != null ? file.keep(folder, name) : null;
    }

    /** A file that cannot be closed, such as for a quota, ends the recording, not the fetch. */
    synchronized void close() {
      try {
        if (file != null) {
          file.close();
        }
      } catch (Failure e) {
        fault = e;
      }
    }
  }
}
