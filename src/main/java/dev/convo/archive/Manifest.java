package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.http.Request;
import dev.convo.model.Meta;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a saved conversation says about itself. Holds no secret.
 *
 * @param version convo's own
 * @param missing why something is missing that was tried; null if nothing is
 * @param calls the calls whose answers were used, in an order that does not depend on time
 * @param downloads the messages' files, in their order; empty if they were not asked for
 * @param files all other files in the folder
 */
public record Manifest(
    Asked asked,
    String version,
    Meta meta,
    @Nullable Failure missing,
    List<Call> calls,
    List<Download> downloads,
    List<Entry> files) {
  public static final String FILE = "manifest.json";

  public static final String DOCUMENT = "conversation.json";

  public static final String TRANSCRIPT = "transcript.txt";

  static final String ATTACHMENTS = "attachments";

  public Manifest {
    calls = List.copyOf(calls);
    downloads = List.copyOf(downloads);
    files = List.copyOf(files);
  }

  /**
   * What was asked for.
   *
   * @param base the URI that all requests begin with
   * @param settings the account's settings by key; no secret among them
   * @param messages whether messages were wanted, not only the conversation
   * @param attachments whether the files of the messages were wanted
   */
  public record Asked(
      String provider,
      String id,
      String base,
      Map<String, String> settings,
      boolean messages,
      boolean attachments) {
    public Asked {
      settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** The same question at another address. */
    public Asked at(String other) {
      return new Asked(provider, id, other, settings, messages, attachments);
    }

    private Asked withAttachments() {
      return new Asked(provider, id, base, settings, messages, true);
    }

    /** Whether an answer to this question answers the other. */
    public boolean covers(Asked other) {
      return equals(other) || attachments && equals(other.withAttachments());
    }
  }

  /**
   * A call, with its answer or the reason why it failed.
   *
   * @param target path and query relative to the base, percent-encoded, beginning with a slash
   * @param file the answer's body after content decoding; null if the call failed
   */
  public record Call(
      String target,
      @Nullable Integer status,
      @Nullable String requestId,
      @Nullable String file,
      @Nullable Failure failure) {
    private static final String BASE = "http://localhost";

    /** The target of a request. */
    static String target(Request request) {
      return request.uri(URI.create(BASE)).toString().substring(BASE.length());
    }
  }

  /**
   * A file of a message: where it was saved, or why it was not.
   *
   * @param place its place among the message's files, from 1
   * @param url its address, without possible secrets
   * @param type the media type that its server claims, such as {@code image/jpeg}
   * @param file its name in this folder; null if it could not be fetched
   */
  public record Download(
      int message,
      int place,
      String url,
      @Nullable String type,
      @Nullable String file,
      @Nullable Failure failure) {}

  /**
   * A file in the folder.
   *
   * @param name relative to the folder, with slashes
   * @param size bytes
   * @param sha256 lower-case hexadecimal digits
   */
  public record Entry(String name, long size, String sha256) {}

  /** Why calls or files are missing that were tried. */
  public List<Failure> lacking() {
    return Stream.concat(Stream.of(missing), downloads.stream().map(Download::failure))
        .filter(Objects::nonNull)
        .toList();
  }

  Map<String, Entry> byName() {
    Map<String, Entry> byName = new LinkedHashMap<>();
    files.forEach(entry -> byName.put(entry.name(), entry));
    return byName;
  }
}
