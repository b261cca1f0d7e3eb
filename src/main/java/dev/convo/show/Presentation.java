package dev.convo.show;

import dev.convo.render.Wanted;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a result is to be shown, as it was typed. Null means "not said": then the environment, the
 * profile or a default decides.
 *
 * @param file the file to write; {@code -} is standard output
 * @param width display cells; 0 means neither cut nor wrap
 * @param pager whether a pager may be used
 * @param wanted what was asked for beyond what the format shows
 */
public record Presentation(
    @Nullable OutputFormat format,
    @Nullable Path file,
    @Nullable ZoneId zone,
    @Nullable ColorChoice color,
    @Nullable Integer width,
    boolean pager,
    Wanted wanted) {

  public boolean choosesColumns() {
    return !wanted.fields().isEmpty();
  }

  /** The same, to standard output and through no pager. */
  public Presentation toStandardOutput() {
    return new Presentation(format, null, zone, color, width, false, wanted);
  }
}
