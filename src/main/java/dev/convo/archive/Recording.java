package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.files.PrivateFiles;
import dev.convo.http.Exchange;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.model.Completeness;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that is being saved, in a folder that cannot be taken for a finished one. Answers
 * are written as they are decoded. What cannot be written is reported at the end: it must not look
 * as if the platform had failed.
 */
public final class Recording implements AutoCloseable {
  private static final int BUFFER = 32 * 1024;

  private final Archive archive;
  private final Path folder;
  private final List<String> opening;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Manifest.Download> downloads = new ArrayList<>();
  private final List<Manifest.Entry> files = new ArrayList<>();
  private int begun;
  private volatile @Nullable IOException fault;

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

  /** Something that writes a file. */
  @FunctionalInterface
  public interface Writing {
    /** Writes; faults of the stream fly through. */
    void write(Writer out) throws IOException;
  }

  /** The same exchange, its answers kept. */
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

  /** A call that failed and is made again takes the place of its first try. */
  private synchronized Attempt begin(String target) {
    attempts.removeIf(one -> one.target.equals(target) && one.failure != null);
    Attempt attempt = new Attempt(target, temporary());
    attempts.add(attempt);
    return attempt;
  }

  private synchronized Path temporary() {
    return folder.resolve("part-" + begun++);
  }

  /**
   * Makes room for a file of a message; several may arrive at once.
   *
   * @throws Failure OUTPUT if it cannot be written
   */
  public Arriving arriving() {
    try {
      return new Arriving(archive, folder.resolve(Manifest.ATTACHMENTS), temporary());
    } catch (IOException e) {
      throw archive.cannot(e);
    }
  }

  /**
   * Lists what became of a file of a message.
   *
   * @param file null where it did not arrive, or is listed already
   */
  public synchronized void listed(Manifest.Download download, Manifest.@Nullable Entry file) {
    downloads.add(download);
    if (file != null) {
      files.add(file);
    }
  }

  /**
   * Writes a file, UTF-8.
   *
   * @throws Failure OUTPUT if it cannot be written
   */
  public void file(String name, Writing writing) {
    try (HashedFile file = new HashedFile(folder.resolve(name))) {
      // An encoder takes its time for each of the many small pieces.
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new BufferedOutputStream(file, BUFFER), StandardCharsets.UTF_8));
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
   * Ends the recording: the folder takes its place among the saved ones, whole.
   *
   * @param missing why something that was tried is not there, or null
   * @return where it is now
   * @throws Failure OUTPUT if anything of it could not be written
   */
  public Path keep(
      Manifest.Asked asked,
      Manifest.Fetched fetched,
      Completeness completeness,
      @Nullable Failure missing) {
    try {
      List<Manifest.Entry> all = new ArrayList<>();
      List<Manifest.Call> calls = calls(all);
      all.addAll(files);
      Manifest manifest =
          new Manifest(asked, fetched, completeness, missing, calls, downloads, all);
      file(Manifest.FILE, out -> ManifestText.write(manifest, out));
    } catch (IOException e) {
      throw archive.cannot(e);
    }
    return archive.place(folder, FolderName.of(asked.provider(), asked.id()));
  }

  /** The calls, each answer under its last name; requests side by side end in any order. */
  private synchronized List<Manifest.Call> calls(List<Manifest.Entry> answers) throws IOException {
    if (fault != null) {
      throw fault;
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

  /** Forgets what was not kept. */
  @Override
  public void close() {
    synchronized (this) {
      attempts.forEach(Attempt::close);
    }
    PrivateFiles.remove(folder);
  }

  /** One try at a call: its body is kept as it is read. */
  private final class Attempt implements Reply.Tap {
    private final String target;
    private final Path path;
    private @Nullable Integer status;
    private @Nullable String requestId;
    private volatile @Nullable Failure failure;
    private @Nullable HashedFile file;

    Attempt(String target, Path path) {
      this.target = target;
      this.path = path;
    }

    synchronized void answered(Reply reply) {
      status = reply.status();
      requestId = reply.headers().requestId().orElse(null);
      try {
        file = new HashedFile(path);
      } catch (IOException e) {
        fault = e;
      }
    }

    @Override
    public synchronized void read(byte[] bytes, int from, int count) {
      try {
        if (file != null && fault == null) {
          file.write(bytes, from, count);
        }
      } catch (IOException e) {
        fault = e;
      }
    }

    /** Nothing stays of an answer that broke off. */
    @Override
    public synchronized Failure failed(Failure why) {
      failure = why;
      if (status == null) {
        status = why.details().httpStatus();
        requestId = why.details().requestId();
      }
      close();
      PrivateFiles.remove(path);
      return why;
    }

    /** Gives the answer's file its name; null where the call failed. */
    synchronized Manifest.@Nullable Entry keep(String name) throws IOException {
      HashedFile answer = file;
      if (failure == null && answer == null) {
        failed(Failure.interrupted());
      }
      if (failure != null || answer == null) {
        return null;
      }
      answer.move(folder.resolve(name));
      return answer.entry(name);
    }

    synchronized void close() {
      try {
        if (file != null) {
          file.close();
        }
      } catch (IOException e) {
        fault = e;
      }
    }
  }
}
