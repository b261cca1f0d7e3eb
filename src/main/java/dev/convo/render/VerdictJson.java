package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.model.Verdict;
import java.io.IOException;
import java.io.Writer;

/** A verdict as {@code convo-check/1}, docs/check.schema.json: all keys, in this order. */
public final class VerdictJson {
  private VerdictJson() {}

  /** Writes a verdict, on one line or over many. */
  public static void write(Writer out, boolean line, Verdict verdict) throws IOException {
    (line ? JsonOut.compact(out) : JsonOut.pretty(out)).object(verdict, VerdictJson::members);
    out.write('\n');
  }

  private static void members(JsonOut json, Verdict verdict) throws IOException {
    Verdict.Saved saved = verdict.saved();
    json.name("schema").text("convo-check/1");
    json.name("path").text(verdict.path());
    json.name("state").text(verdict.state().word());
    json.name("provider").text(saved == null ? null : saved.provider());
    json.name("id").text(saved == null ? null : saved.id());
    json.name("fetched_at").time(saved == null ? null : saved.fetchedAt());
    json.name("complete").flag(saved == null ? null : saved.complete());
    json.name("manifest_sha256").text(saved == null ? null : saved.manifest());
    json.name("reasons").texts(verdict.reasons());
    json.name("others").texts(verdict.others());
  }
}
