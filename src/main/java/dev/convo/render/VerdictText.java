package dev.convo.render;

import dev.convo.model.Verdict;
import dev.convo.text.Plain;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The result of checking a saved conversation, for people: a line, and below it the reasons. */
public final class VerdictText {
  private static final int STATE = 12;

  private VerdictText() {}

  public static void write(Writer out, Layout layout, Verdict verdict) throws IOException {
    Page page = new Page(out, layout);
    String state = verdict.state().word();
    Verdict.Saved saved = verdict.saved();
    boolean doubtful =
        verdict.state() == Verdict.State.WHOLE && saved != null && saved.complete() == null;
    page.put(tone(verdict.state()), state)
        .put(" ".repeat(STATE - state.length()))
        .put(Plain.line(verdict.path()))
        .put(doubtful ? " · perhaps not all messages" : "")
        .end();
    List<String> below = new ArrayList<>(verdict.reasons());
    if (!verdict.others().isEmpty()) {
      below.add("also there: " + String.join(", ", verdict.others()));
    }
    page.labelled(" ".repeat(STATE), below.stream().map(Plain::line).toList());
  }

  private static Tone tone(Verdict.State state) {
    return switch (state) {
      case WHOLE -> Tone.ADDED;
      case INCOMPLETE -> Tone.CHANGED;
      case CHANGED, UNREADABLE -> Tone.FAILED;
    };
  }
}
