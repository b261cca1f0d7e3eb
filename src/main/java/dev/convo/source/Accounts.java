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
   * @throws dev.convo.failure.Failure CONFIG or USAGE where it cannot be had
   */
  Account account(Map<String, String> linked);

  /** What may be wrong where the account cannot be had. */
  default List<Note> advice(Map<String, String> linked) {
    return List.of();
  }

  /** A setting's value without any link's word. */
  Optional<Sourced> setting(String key);

  /** A setting of convo itself, such as {@code output}. */
  Optional<Sourced> general(String key);

  /** What to type for a link to another address than this account's. */
  String elsewhere(URI link);

  /** The command that shows a link of another platform; empty if no other platform is known. */
  default Optional<String> commandFor(URI link) {
    return Optional.empty();
  }

  /** The environment, as far as this account heeds it. */
  Map<String, String> variables();

  /** Where the files are that conversations name: at the addresses that they name. */
  default Downloads files(Downloads network) {
    return network;
  }

  /** What to try where there is no such conversation. */
  default Optional<String> samples() {
    return Optional.empty();
  }
}
