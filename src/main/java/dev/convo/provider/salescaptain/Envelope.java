package dev.convo.provider.salescaptain;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Fields;
import dev.convo.model.Value;
import dev.convo.provider.Reading;

/** The envelope of every answer: a courtesy, and whether the call failed. */
final class Envelope {
  /** What the platform says of an id it does not know, under 404 and under 200. */
  private static final String NO_CONVERSATION = "Problem encountered while fetching conversation!";

  private Value message = Value.None.NONE;
  private Value status = Value.None.NONE;
  private Value error = Value.None.NONE;

  /** Reads the member at hand: the envelope's own, or something to keep. */
  void read(Fields in) {
    switch (in.name()) {
      case "message" -> message = in.value();
      case "status" -> status = in.value();
      case "error" -> error = in.value();
      default -> in.keep();
    }
  }

  /**
   * Ends an answer.
   *
   * @throws Failure NOT_FOUND, UNAUTHORIZED or BAD_ANSWER if it is a failure's, whatever the HTTP
   *     status said
   */
  void end(Fields in) {
    if (status instanceof Value.Text word && word.text().equalsIgnoreCase("failure")) {
      throw failed(in);
    }
    in.keep("status", status);
    in.keep("error", error);
  }

  private Failure failed(Fields in) {
    if (NO_CONVERSATION.equals(sentence())) {
      return notFound(quoted());
    }
    in.keep("error", error);
    Failure told = Reading.error(in.rest());
    return told == null
        ? new Failure(Kind.BAD_ANSWER, "the platform answered with an error" + quoted(), null)
        : told;
  }

  /** The failure of an answer without a conversation, whatever its courtesy says. */
  static Failure empty() {
    return notFound(": SalesCaptain's answer holds no conversation");
  }

  private static Failure notFound(String why) {
    return new Failure(
        Kind.NOT_FOUND, "not found" + why, "check the id, and that the API key is for its company");
  }

  private String sentence() {
    Value said = error == Value.None.NONE ? message : error;
    return said instanceof Value.Text words ? words.text() : "";
  }

  /** The platform's words as other failures quote them; nothing without any. */
  private String quoted() {
    String text = sentence();
    if (text.isBlank()) {
      return "";
    }
    return ": \"" + Excerpt.of(text) + "\"";
  }
}
