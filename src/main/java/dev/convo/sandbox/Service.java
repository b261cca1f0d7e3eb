package dev.convo.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One platform's API with its sample conversations. It may get several requests at once. What it
 * answers is stored beside its class, in resources named after the end of an id; they are sent as
 * they are and never parsed, so they may contain what no JSON library would write.
 */
public abstract class Service {
  private final String name;
  private final Map<String, String> credentials;
  private final String idStart;
  private final List<Sample> samples;
  private final ConcurrentMap<String, Integer> calls = new ConcurrentHashMap<>();

  /**
   * A sample conversation.
   *
   * @param id what to type: {@code convo chatwoot 42}
   * @param about what it shows, one line
   */
  public record Sample(String id, String about) {}

  /**
   * A service.
   *
   * @param name the provider's name, which is also its path on the sandbox's port
   * @param credentials the settings and secrets that it accepts, by their keys in the profile file
   * @param idStart what the ids of all samples begin with; may be empty
   * @param samples a line for each: the end of its id, a blank, what it shows
   */
  protected Service(String name, Map<String, String> credentials, String idStart, String samples) {
    this.name = name;
    this.credentials = Collections.unmodifiableMap(new TreeMap<>(credentials));
    this.idStart = idStart;
    this.samples =
        samples
            .lines()
            .map(line -> line.split(" ", 2))
            .map(parts -> new Sample(idStart + parts[0], parts[1]))
            .toList();
  }

  public final String name() {
    return name;
  }

  public final Map<String, String> credentials() {
    return credentials;
  }

  /** Its conversations, and the ids that fail on purpose. */
  public final List<Sample> samples() {
    return samples;
  }

  /** The platform's answer to any request. */
  public abstract Answer answer(Call call);

  /** The end of an id, by which the samples differ; empty for an id that is no sample's. */
  protected final String tail(String id) {
    return id.startsWith(idStart) ? id.substring(idStart.length()) : "";
  }

  /** The document {@code TAIL.json}, as a successful answer. */
  protected final Optional<Answer> stored(String tail) {
    return read(tail + ".json").map(body -> Answer.json(200, body));
  }

  /** The documents in {@code TAIL.jsonl}, one a line. */
  protected final Optional<List<String>> lines(String tail) {
    return read(tail + ".jsonl").map(text -> text.lines().toList());
  }

  private Optional<String> read(String file) {
    if (!file.matches("[0-9]{1,10}\\.jsonl?")) {
      return Optional.empty();
    }
    try (InputStream in = getClass().getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a rate limit refuses this call: every other one for an id, beginning with the first, so
   * that a retry always succeeds.
   */
  protected final boolean limits(String id) {
    return calls.merge(id, 1, Integer::sum) % 2 == 1;
  }
}
