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
 * What a saved conversation says of itself. Holds no secret.
 *
 * @param version convo's own
 * @param missing why something that was tried is not there; null when all that was tried is
 * @param calls the calls whose answers were used, in an order that does not depend on time
 * @param downloads the files of the messages, in their order; empty where none were asked for
 * @param files every other file of the folder
 */
public record Manifest(
    Asked asked,
    String version,
    Meta meta,
    @Nullable Failure missing,
    List<Call> calls,
    List<Download> downloads,
    List<Entry> files) {
  /** The manifest's own file. */
  public static final String FILE = "manifest.json";

  /** The conversation as convo's JSON. */
  public static final String DOCUMENT = "conversation.json";

  /** The conversation to read. */
  public static final String TRANSCRIPT = "transcript.txt";

  /** The folder of the messages' files. */
  static final String ATTACHMENTS = "attachments";

  public Manifest {
    calls = List.copyOf(calls);
    downloads = List.copyOf(downloads);
    files = List.copyOf(files);
  }

  /**
   * What was asked for.
   *
   * @param base the URI that all requests were below
   * @param settings the account's settings by key; no secret among them
   * @param messages whether messages were wanted, and not the conversation alone
   * @param attachments whether the files of the messages were wanted too
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

    /** The same question to another address. */
    public Asked at(String other) {
      return new Asked(provider, id, other, settings, messages, attachments);
    }

    /** Whether an answer to this also answers the other. */
    public boolean covers(Asked other) {
      boolean enough = attachments || !other.attachments;
      return enough
          && equals(
              new Asked(
                  other.provider,
                  other.id,
                  other.base,
                  other.settings,
                  other.messages,
                  attachments));
    }
  }

  /**
   * A call, with its answer or the reason why it failed.
   *
   * @param target path and query below the base, percent-encoded, beginning with a slash
   * @param file the answer's body after content decoding; null where the call failed
   * @param failure null where there is an answer
   */
  public record Call(
      String target,
      @Nullable Integer status,
      @Nullable String requestId,
      @Nullable String file,
      @Nullable Failure failure) {
    private static final String BASE = "http://localhost";

    /** What a request asks for below its base. */
    static String target(Request request) {
      return request.uri(URI.create(BASE)).toString().substring(BASE.length());
    }
  }

  /**
   * A file that a message names: where it was saved, or why not.
   *
   * @param message the message's number
   * @param place which of the message's files it is, from 1
   * @param url its address, without what may be a secret in it
   * @param type what its server says it is, such as {@code image/jpeg}; nothing vouches for that
   * @param file its name in this folder; null where it could not be fetched
   * @param failure null where it was
   */
  public record Download(
      int message,
      int place,
      String url,
      @Nullable String type,
      @Nullable String file,
      @Nullable Failure failure) {}

  /**
   * A file of the folder.
   *
   * @param name relative to the folder, parts separated by slashes
   * @param size bytes
   * @param sha256 lower-case hexadecimal digits
   */
  public record Entry(String name, long size, String sha256) {}

  /** Why something that was tried is not there, call or file; empty where all of it is. */
  public List<Failure> lacking() {
    return Stream.concat(Stream.of(missing), downloads.stream().map(Download::failure))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The files by name. */
  Map<String, Entry> byName() {
    Map<String, Entry> byName = new LinkedHashMap<>();
    files.forEach(entry -> byName.put(entry.name(), entry));
    return byName;
  }
}
