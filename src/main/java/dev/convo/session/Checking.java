package dev.convo.session;

import dev.convo.archive.Check;
import dev.convo.archive.SavedFolder;
import dev.convo.failure.Failure;
import dev.convo.model.Verdict;
import dev.convo.source.Agenda;
import dev.convo.source.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Checks saved conversations. */
final class Checking implements Intake<Path, Verdict> {
  private final List<Path> folders = new ArrayList<>();
  private final Map<Verdict.State, Integer> found = new EnumMap<>(Verdict.State.class);

  /**
   * A check of these folders and those in them.
   *
   * @throws Failure USAGE if one of them holds no saved conversation
   */
  Checking(List<String> names) {
    if (names.isEmpty()) {
      throw Failure.usage(
          "what is to be checked? A folder is missing",
          "name a folder that --save has made: convo show --check archive");
    }
    for (String name : names) {
      folders.addAll(folders(name));
    }
  }

  private static List<Path> folders(String name) {
    Path named = Path.of(name);
    if (!Files.exists(named)) {
      throw Failure.usage(name + ": there is no such folder", SavedFolder.elsewhere(named));
    }
    try {
      List<Path> folders = Files.isDirectory(named) ? Check.folders(named) : List.of();
      if (!folders.isEmpty()) {
        return folders;
      }
    } catch (IOException e) {
      throw Failure.usage(name + ": the folder cannot be read", null);
    }
    throw Failure.usage(
        name + " is not a saved conversation and does not hold any",
        "name a folder that --save has made");
  }

  @Override
  public Agenda<Path> agenda() {
    return Agenda.of(folders);
  }

  @Override
  public Batch.Item<Verdict> take(Path folder) {
    Verdict verdict = Check.of(folder);
    synchronized (found) {
      found.merge(verdict.state(), 1, Integer::sum);
    }
    return new Batch.Item<>(verdict, null);
  }

  /** {@code 2 of 4 whole, 1 incomplete, 1 changed}. */
  @Override
  public Optional<String> summary(Batch<Path, Verdict> batch) {
    if (folders.size() == 1) {
      return Optional.empty();
    }
    StringJoiner parts = new StringJoiner(", ");
    parts.add(found.getOrDefault(Verdict.State.WHOLE, 0) + " of " + folders.size() + " whole");
    found.forEach(
        (state, count) -> {
          if (state != Verdict.State.WHOLE) {
            parts.add(count + " " + state.word());
          }
        });
    return Optional.of(parts.toString());
  }

  @Override
  public Outcome outcome(Batch<Path, Verdict> batch) {
    Verdict.State worst = found.isEmpty() ? Verdict.State.WHOLE : Collections.max(found.keySet());
    return new Outcome(batch.asked(), batch.shown(), batch.first(), false, worst);
  }
}
