package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.http.Exchange;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.model.Completeness;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
  private int arrived;
  private volatile @Nullable IOException fault;

  /**
   * A recording.
   *
   * @param opening the requests whose order is known beforehand
   */
  Recording(Archive archive, Path folder, List<Request> opening) {
    this.archive = archive;
    this.folder = folder;
    this.opening = opening.stream().map(Target::of).map(Target::text).toList();
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
      Attempt attempt = begin(Target.of(request));
      try {
        Reply reply = exchange.send(request);
        attempt.answered(reply);
        return new Reply(
            reply.status(),
            reply.headers(),
            new Copying(reply.body(), attempt),
            () -> {
              attempt.close();
              reply.abort().run();
            });
      } catch (Failure failure) {
        attempt.failed(failure);
        throw failure;
      }
    };
  }

  /** A call that failed and is made again takes the place of its first try. */
  private synchronized Attempt begin(Target target) {
    attempts.removeIf(one -> one.target.equals(target) && one.forget());
    Attempt attempt = new Attempt(target, folder.resolve("call-" + begun++));
    attempts.add(attempt);
    return attempt;
  }

  /**
   * Makes room for a file of a message; several may arrive at once.
   *
   * @throws Failure OUTPUT if it cannot be written
   */
  public synchronized Arriving arriving() {
    try {
      return new Arriving(
          archive, folder.resolve(Manifest.ATTACHMENTS), folder.resolve("file-" + arrived++));
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

  private synchronized void listed(Manifest.Entry file) {
    files.add(file);
  }

  /**
   * Writes a file, UTF-8.
   *
   * @throws Failure OUTPUT if it cannot be written
   */
  public void file(String name, Writing writing) {
    try (Sha256.Into hashed = new Sha256.Into(PrivateFiles.create(folder.resolve(name)))) {
      // An encoder takes its time for each of the many small pieces.
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new BufferedOutputStream(hashed, BUFFER), StandardCharsets.UTF_8),
              BUFFER);
      writing.write(out);
      out.flush();
      Sha256.Found written = hashed.written();
      listed(new Manifest.Entry(name, written.size(), written.hash()));
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
    IOException broken = fault;
    if (broken != null) {
      throw archive.cannot(broken);
    }
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
    attempts.sort(
        Comparator.comparing((Attempt one) -> place(one.target))
            .thenComparing(one -> one.target.text().length())
            .thenComparing(one -> one.target.text()));
    List<Manifest.Call> calls = new ArrayList<>();
    for (Attempt one : attempts) {
      String file = null;
      Sha256.Found written = one.written();
      if (written != null) {
        file = "answer-" + (answers.size() + 1) + ".json";
        Files.move(one.file, folder.resolve(file));
        answers.add(new Manifest.Entry(file, written.size(), written.hash()));
      }
      calls.add(
          new Manifest.Call(
              one.target.path(), one.target.query(), one.status, one.requestId, file, one.failure));
    }
    return calls;
  }

  private int place(Target target) {
    int place = opening.indexOf(target.text());
    return place < 0 ? opening.size() : place;
  }

  /** Forgets what was not kept. */
  @Override
  public void close() {
    synchronized (this) {
      attempts.forEach(Attempt::close);
    }
    Trees.remove(folder);
  }

  /** One try at a call. */
  private final class Attempt {
    private final Target target;
    private final Path file;
    private @Nullable Integer status;
    private @Nullable String requestId;
    private @Nullable Failure failure;
    private Sha256.@Nullable Into out;

    Attempt(Target target, Path file) {
      this.target = target;
      this.file = file;
    }

    synchronized void answered(Reply reply) {
      status = reply.status();
      requestId = reply.headers().requestId().orElse(null);
      try {
        out = new Sha256.Into(PrivateFiles.create(file));
      } catch (IOException e) {
        fault = e;
      }
    }

    synchronized void read(byte[] bytes, int from, int count) {
      Sha256.Into open = out;
      if (open == null || fault != null) {
        return;
      }
      try {
        open.write(bytes, from, count);
      } catch (IOException e) {
        fault = e;
      }
    }

    synchronized void failed(Failure why) {
      failure = why;
      if (status == null) {
        status = why.details().httpStatus();
        requestId = why.details().requestId();
      }
      close();
    }

    /** What the answer's file holds; null where the call failed. */
    synchronized Sha256.@Nullable Found written() throws IOException {
      close();
      if (failure != null || out == null) {
        Files.deleteIfExists(file);
        failure = Objects.requireNonNullElseGet(failure, Failure::interrupted);
        return null;
      }
      return out.written();
    }

    /** Forgets it where it failed; says whether it did. */
    synchronized boolean forget() {
      if (failure == null) {
        return false;
      }
      Trees.remove(file);
      return true;
    }

    synchronized void close() {
      try {
        if (out != null) {
          out.close();
        }
      } catch (IOException e) {
        fault = e;
      }
    }
  }

  /** A body that is kept as it is read. */
  private static final class Copying extends FilterInputStream {
    private final Attempt attempt;

    Copying(InputStream in, Attempt attempt) {
      super(in);
      this.attempt = attempt;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int count = super.read(target, offset, length);
        if (count > 0) {
          attempt.read(target, offset, count);
        }
        return count;
      } catch (Failure failure) {
        attempt.failed(failure);
        throw failure;
      }
    }
  }
}
