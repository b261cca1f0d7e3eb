package dev.convo.source;

import dev.convo.http.Downloads;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.value.Sourced;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a run's account comes from: the profile file and the environment, or the sandbox. */
public interface Accounts {
  /**
   * The account for an id. Reads no secret.
   *
   * @param linked what the id's link says, by key; empty for a plain id
   * @throws dev.convo.failure.Failure CONFIG or USAGE if there is no such account
   */
  Account account(Map<String, String> linked);

  /** What may be wrong if there is no such account. */
  default List<Note> advice(Map<String, String> linked) {
    return List.of();
  }

  /** A setting's value, whatever a link says. */
  Optional<Sourced> setting(String key);

  /** A setting of convo itself, such as {@code output}. */
  Optional<Sourced> general(String key);

  /** What to type for a link whose address is not this account's. */
  String elsewhere(URI link);

  /** The command that shows a link of another platform; empty if no other platform is known. */
  default Optional<String> commandFor(URI link) {
    return Optional.empty();
  }

  /** The environment variables that apply to this account. */
  Map<String, String> variables();

  /** The way to the files that conversations name; by default, over the network. */
  default Downloads files(Downloads network) {
    return network;
  }

  /** What to try if a conversation is not found. */
  default Optional<String> samples() {
    return Optional.empty();
  }
}
