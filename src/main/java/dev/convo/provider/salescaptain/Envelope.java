package dev.convo.provider.salescaptain;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.provider.Refusals;
import java.util.function.Consumer;

/** The envelope of every answer: a polite sentence, and whether the call failed. */
final class Envelope {
  /** What the platform answers to an unknown id, with status 404 and with 200. */
  private static final String NO_CONVERSATION = "Problem encountered while fetching conversation!";

  private Value message = Value.None.NONE;
  private Value status = Value.None.NONE;
  private Value error = Value.None.NONE;

  private Envelope() {}

  /**
   * Reads an answer.
   *
   * @param content the member that the answer is about
   * @param decode reads its value
   * @return everything else but the polite sentence
   * @throws Failure NOT_FOUND, UNAUTHORIZED or BAD_ANSWER if the answer reports a failure, whatever
   *     its HTTP status
   */
  static Attributes read(Json json, String content, Consumer<Fields> decode) {
    Envelope envelope = new Envelope();
    return json.object(
        in -> {
          while (in.next()) {
            if (in.name().equals(content)) {
              decode.accept(in);
            } else {
              envelope.member(in);
            }
          }
          envelope.end(in);
          return in.rest();
        });
  }

  private void member(Fields in) {
    switch (in.name()) {
      case "message" -> message = in.value();
      case "status" -> status = in.value();
      case "error" -> error = in.value();
      default -> in.keep();
    }
  }

  private void end(Fields in) {
    boolean failed = status.word().equalsIgnoreCase("failure");
    if (failed && sentence().equals(NO_CONVERSATION)) {
      throw notFound(quoted());
    }
    if (!failed) {
      in.keep("status", status);
    }
    in.keep("error", error);
    if (failed) {
      Refusals.check(in.rest());
      throw Failure.badAnswer("the platform answered with an error" + quoted());
    }
  }

  /** The failure of an answer without a conversation, however polite. */
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

  /** The platform's sentence, quoted as in other failures; empty if there is none. */
  private String quoted() {
    return sentence().isBlank() ? "" : ": \"" + Excerpt.of(sentence()) + "\"";
  }
}
