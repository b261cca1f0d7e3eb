package dev.convo.render;

import dev.convo.diff.Change;
import dev.convo.diff.Comparison;
import dev.convo.diff.Difference;
import dev.convo.diff.Field;
import dev.convo.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The words of a comparison that do not come from remote. */
final class ComparisonWords {
  private ComparisonWords() {}

  /** Why a message is in one document only. */
  static String absence(Change.Absence absence, String where) {
    return switch (absence) {
      case CERTAIN -> "not in " + where;
      case NOT_COMPLETE -> "not there in " + where + ", which may not be complete";
      case LEFT_OUT -> "left out of " + where + " by the options of this command";
    };
  }

  /** Whether the message's first line says this difference: that it was deleted. */
  static boolean isSaid(Difference difference, Message after) {
    return difference.field() == Field.DELETED && after.deleted();
  }

  /** The last line: {@code 2 fields changed, 1 message added, 3 changed}. */
  static String summary(Comparison comparison) {
    List<String> parts = new ArrayList<>();
    int fields = comparison.fields().size();
    if (fields > 0) {
      parts.add(fields == 1 ? "1 field changed" : fields + " fields changed");
    }
    List<Change> changes = comparison.changes();
    count(parts, changes, "added", change -> change instanceof Change.Added);
    count(parts, changes, "changed", change -> change instanceof Change.Changed);
    count(parts, changes, "deleted", change -> change instanceof Change.Deleted);
    count(parts, changes, "gone", change -> absent(change, Change.Absence.CERTAIN));
    count(
        parts,
        changes,
        "perhaps not fetched",
        change -> absent(change, Change.Absence.NOT_COMPLETE));
    count(parts, changes, "left out", change -> absent(change, Change.Absence.LEFT_OUT));
    return parts.isEmpty() ? "nothing has changed" : String.join(", ", parts);
  }

  private static boolean absent(Change change, Change.Absence absence) {
    return change instanceof Change.Gone gone && gone.absence() == absence;
  }

  private static void count(
      List<String> parts, List<Change> changes, String word, Predicate<Change> which) {
    long count = changes.stream().filter(which).count();
    if (count > 0) {
      parts.add((count == 1 ? "1 message " : count + " messages ") + word);
    }
  }
}
