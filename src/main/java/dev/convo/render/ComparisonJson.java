package dev.convo.render;

import dev.convo.diff.Change;
import dev.convo.diff.Comparison;
import dev.convo.diff.Difference;
import dev.convo.diff.Side;
import dev.convo.json.JsonOut;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a conversation as JSON, {@code convo-diff/1}: docs/diff.schema.json. Every key is
 * always there, in this order.
 */
public final class ComparisonJson {
  private final JsonOut json;
  private final JsonMessage messages;

  private ComparisonJson(Writer out) {
    this.json = JsonOut.pretty(out);
    this.messages = new JsonMessage(json);
  }

  /** Writes a comparison. */
  public static void write(Writer out, Comparison comparison) throws IOException {
    new ComparisonJson(out).write(comparison);
    out.write('\n');
  }

  private void write(Comparison comparison) throws IOException {
    Conversation conversation = comparison.after().shown().conversation();
    json.beginObject();
    json.name("schema").text("convo-diff/1");
    json.name("provider").text(conversation.provider());
    json.name("id").text(conversation.id());
    json.name("same").flag(comparison.same());
    json.name("old");
    side(comparison.before());
    json.name("new");
    side(comparison.after());
    json.name("differences");
    differences(comparison.fields());
    json.name("messages").beginList();
    for (Change change : comparison.changes()) {
      change(change);
    }
    json.endList().endObject();
  }

  private void side(Side side) throws IOException {
    Meta meta = side.shown().meta();
    Completeness completeness = meta.completeness();
    json.beginObject();
    json.name("source").text(side.source());
    json.name("host").text(meta.host());
    json.name("profile").text(meta.profile());
    json.name("fetched_at").time(meta.fetchedAt());
    json.name("complete").flag(completeness.complete());
    json.name("messages_expected").number(completeness.expected());
    json.name("messages").number(side.shown().conversation().messages().size());
    json.name("notes");
    JsonRenderer.notes(json, completeness.notes());
    json.endObject();
  }

  private void change(Change change) throws IOException {
    if (change instanceof Change.Added added) {
      change("added", added.absence(), null, added.after(), List.of());
    } else if (change instanceof Change.Gone gone) {
      change("gone", gone.absence(), gone.before(), null, List.of());
    } else if (change instanceof Change.Deleted deleted) {
      change("deleted", null, deleted.before(), deleted.after(), deleted.differences());
    } else if (change instanceof Change.Changed changed) {
      change("changed", null, changed.before(), changed.after(), changed.differences());
    }
  }

  private void change(
      String word,
      Change.@Nullable Absence absence,
      @Nullable Message before,
      @Nullable Message after,
      List<Difference> differences)
      throws IOException {
    json.beginObject().name("change").text(word);
    json.name("absence").text(absence == null ? null : absence.name().toLowerCase(Locale.ROOT));
    json.name("differences");
    differences(differences);
    json.name("old");
    message(before);
    json.name("new");
    message(after);
    json.endObject();
  }

  private void message(@Nullable Message message) throws IOException {
    if (message == null) {
      json.text(null);
    } else {
      messages.write(message);
    }
  }

  private void differences(List<Difference> differences) throws IOException {
    json.beginList();
    for (Difference difference : differences) {
      json.beginObject().name("path").beginList().text(difference.field().key());
      for (Value step : difference.inside()) {
        json.value(step);
      }
      json.endList();
      if (difference instanceof Difference.OfTime time) {
        json.name("old").time(time.before()).name("new").time(time.after());
      } else if (difference instanceof Difference.OfValue value) {
        json.name("old").value(orNull(value.before()));
        json.name("new").value(orNull(value.after()));
      }
      json.endObject();
    }
    json.endList();
  }

  private static Value orNull(@Nullable Value value) {
    return value == null ? Value.None.NONE : value;
  }
}
