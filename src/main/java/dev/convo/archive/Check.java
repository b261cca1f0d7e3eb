package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.model.Completeness;
import dev.convo.model.Note;
import dev.convo.model.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks saved conversations. The same files always have the same verdict. */
public final class Check {
  private Check() {}

  /**
   * What to check at a path: the folder itself, or every folder in it that is not hidden, even
   * without a manifest, which may have been removed.
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> folders(Path named) throws IOException {
    if (SavedFolder.is(named)) {
      return List.of(named);
    }
    List<Path> inside = SavedFolder.visible(named).stream().filter(Files::isDirectory).toList();
    return inside.stream().anyMatch(SavedFolder::is) ? inside : List.of();
  }

  /** Checks every byte of a saved conversation. */
  public static Verdict of(Path folder) {
    if (Files.isSymbolicLink(folder)) {
      return unreadable(folder, "it is a link");
    }
    if (!SavedFolder.is(folder)) {
      return unreadable(folder, "it holds no " + Manifest.FILE);
    }
    try {
      SavedFolder saved = SavedFolder.open(folder);
      List<String> faults = saved.faults().stream().map(SavedFolder.Fault::text).toList();
      Set<String> reasons = new LinkedHashSet<>(faults);
      reasons.addAll(lack(saved.manifest()));
      Verdict.State state =
          !faults.isEmpty()
              ? Verdict.State.CHANGED
              : reasons.isEmpty() ? Verdict.State.WHOLE : Verdict.State.INCOMPLETE;
      return new Verdict(
          folder.toString(), state, said(saved), List.copyOf(reasons), others(saved));
    } catch (Failure failure) {
      return unreadable(folder, failure.message().substring(folder.toString().length() + 1));
    }
  }

  private static Verdict unreadable(Path folder, String why) {
    return new Verdict(folder.toString(), Verdict.State.UNREADABLE, null, List.of(why), List.of());
  }

  private static Verdict.Saved said(SavedFolder saved) {
    Manifest manifest = saved.manifest();
    return new Verdict.Saved(
        manifest.asked().provider(),
        manifest.asked().id(),
        manifest.meta().fetchedAt(),
        manifest.meta().completeness().complete(),
        saved.hash());
  }

  private static List<String> lack(Manifest manifest) {
    List<String> lack = new ArrayList<>();
    manifest.lacking().forEach(failure -> lack.add(failure.message()));
    Completeness known = manifest.meta().completeness();
    if (Boolean.FALSE.equals(known.complete())) {
      known.notes().stream().filter(Note::reason).map(Note::text).forEach(lack::add);
      if (lack.isEmpty()) {
        lack.add("not all messages are there");
      }
    }
    return lack;
  }

  /** Files and folders in it that the manifest does not list. */
  private static List<String> others(SavedFolder saved) {
    Set<Path> listed = new HashSet<>(Set.of(saved.path().resolve(Manifest.FILE)));
    for (String name : saved.manifest().byName().keySet()) {
      for (@Nullable Path one = saved.path().resolve(name);
          one != null && !one.equals(saved.path());
          one = one.getParent()) {
        listed.add(one);
      }
    }
    List<String> others = new ArrayList<>();
    others(saved.path(), saved.path(), listed, others);
    others.sort(null);
    return others;
  }

  private static void others(Path root, Path folder, Set<Path> listed, List<String> others) {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path one : all.toList()) {
        if (!listed.contains(one)) {
          others.add(root.relativize(one).toString());
        } else if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
          others(root, one, listed, others);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The files listed there are faults already.
    }
  }
}
