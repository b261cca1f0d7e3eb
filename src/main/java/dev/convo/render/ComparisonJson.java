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
import org.jspecify.annotations.Nullable;

/** A comparison as {@code convo-diff/1}, docs/diff.schema.json: all keys, in this order. */
public final class ComparisonJson {
  private ComparisonJson() {}

  public static void write(Writer out, Comparison comparison) throws IOException {
    JsonOut.pretty(out).object(comparison, ComparisonJson::comparison);
    out.write('\n');
  }

  private static void comparison(JsonOut json, Comparison comparison) throws IOException {
    Conversation conversation = comparison.after().shown().conversation();
    json.name("schema").text("convo-diff/1");
    json.name("provider").text(conversation.provider());
    json.name("id").text(conversation.id());
    json.name("same").flag(comparison.same());
    json.name("old").object(comparison.before(), ComparisonJson::side);
    json.name("new").object(comparison.after(), ComparisonJson::side);
    json.name("differences").objects(comparison.fields(), ComparisonJson::difference);
    json.name("messages").objects(comparison.changes(), ComparisonJson::change);
  }

  private static void side(JsonOut json, Side side) throws IOException {
    Meta meta = side.shown().meta();
    Completeness completeness = meta.completeness();
    json.name("source").text(side.source());
    json.name("host").text(meta.host());
    json.name("profile").text(meta.profile());
    json.name("fetched_at").time(meta.fetchedAt());
    json.name("complete").flag(completeness.complete());
    json.name("messages_expected").number(completeness.expected());
    json.name("messages").number(side.shown().conversation().messages().size());
    json.name("notes").objects(completeness.notes(), JsonRenderer::note);
  }

  private static void change(JsonOut json, Change change) throws IOException {
    if (change instanceof Change.Added added) {
      change(json, "added", added.absence(), List.of(), null, added.after());
    } else if (change instanceof Change.Gone gone) {
      change(json, "gone", gone.absence(), List.of(), gone.before(), null);
    } else if (change instanceof Change.Changed changed) {
      String word = changed.deleted() ? "deleted" : "changed";
      change(json, word, null, changed.differences(), changed.before(), changed.after());
    }
  }

  private static void change(
      JsonOut json,
      String word,
      Change.@Nullable Absence absence,
      List<Difference> differences,
      @Nullable Message before,
      @Nullable Message after)
      throws IOException {
    json.name("change").text(word);
    json.name("absence").text(absence == null ? null : Wording.small(absence));
    json.name("differences").objects(differences, ComparisonJson::difference);
    json.name("old").object(before, JsonMessage::members);
    json.name("new").object(after, JsonMessage::members);
  }

  private static void difference(JsonOut json, Difference difference) throws IOException {
    json.name("path").beginList().text(difference.field().key());
    for (Value step : difference.inside()) {
      json.value(step);
    }
    json.endList();
    if (difference instanceof Difference.OfTime time) {
      json.name("old").time(time.before()).name("new").time(time.after());
    } else if (difference instanceof Difference.OfValue value) {
      json.name("old").value(value.before()).name("new").value(value.after());
    }
  }
}
