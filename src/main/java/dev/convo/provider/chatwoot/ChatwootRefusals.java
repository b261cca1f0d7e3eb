package dev.convo.provider.chatwoot;

import dev.convo.failure.Failure;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Refusal.Reason;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.provider.Refusals;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;

/**
 * What Chatwoot's error answers mean. Its 401 can mean a wrong token, a missing header or a missing
 * permission; the sentences are those of the server's {@code AccessTokenAuthHelper}, {@code
 * EnsureCurrentAccountHelper} and {@code RequestExceptionHandler}.
 */
final class ChatwootRefusals {
  private ChatwootRefusals() {}

  static Refusal read(int status, Headers headers, byte[] head) {
    Map<Integer, String> hints =
        Map.of(404, "check the id and the account: Chatwoot answers the same for both");
    Refusal refusal = Refusals.read(status, headers, head, Refusals.Form.TEXT, hints);
    return status == 401 ? unauthorized(refusal, head) : refusal;
  }

  private static Refusal unauthorized(Refusal refusal, byte[] head) {
    if (holdsErrorList(head)) {
      return refusal.because(Reason.UNSIGNED, null);
    }
    String sentence = String.valueOf(refusal.sentence()).toLowerCase(Locale.ROOT);
    if (sentence.contains("not authorized to access this account")) {
      return refusal.because(
          Reason.FORBIDDEN, "check account_id: the token's user is not in that account");
    }
    if (sentence.contains("not authorized to do this action")) {
      return refusal.because(
          Reason.FORBIDDEN, "the token's user needs access to the conversation's inbox");
    }
    if (sentence.contains("not authorized for bots")) {
      return refusal.because(Reason.FORBIDDEN, "use a person's token: a bot's may not read this");
    }
    if (sentence.contains("suspended")) {
      return refusal.because(Reason.FORBIDDEN, "ask an administrator of that Chatwoot account");
    }
    return refusal.because(Reason.UNAUTHORIZED, null);
  }

  /** Decided by the form, because the server translates the sentence. */
  private static boolean holdsErrorList(byte[] head) {
    try {
      return Json.tree(new ByteArrayInputStream(head)) instanceof Attributes body
          && body.get("errors") instanceof Value.Items;
    } catch (Failure notJson) {
      return false;
    }
  }
}
