package dev.convo.session;

import dev.convo.model.Document;
import java.util.function.UnaryOperator;

/**
 * A change made to every document between its source and the output.
 *
 * @param option the option that asked for it
 * @param chooses whether it only chooses messages: a comparison shows a message that is chosen in
 *     either document as it is in both
 */
public record Stage(String option, boolean chooses, UnaryOperator<Document> change) {
  /** The same stage, with another change before its own. */
  public Stage after(UnaryOperator<Document> first) {
    return new Stage(option, chooses, document -> change.apply(first.apply(document)));
  }
}
