package dev.convo.provider.workspace;

import dev.convo.http.Calls;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Delivery;
import dev.convo.model.Message;
import dev.convo.model.Shown;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import dev.convo.provider.Refusals;
import dev.convo.provider.Setting;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The provider of Trillet. */
public final class Workspace implements Provider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("workspace", "Trillet", "Shows a Trillet conversation.")
          .aliases("trillet")
          .host("https://api.trillet.ai")
          .credentials(
              CredentialSpec.header("api_key", "x-api-key", "An API key from Trillet's dashboard.")
                  .optional())
          .settings(
              Setting.text(
                      "workspace_id", "65f0c0ffee", "Workspace that the conversations belong to.")
                  .form(Pattern.compile("[!-~]{1,128}"))
                  .need()
                  .option("--workspace", "ID"))
          .ids(
              "[A-Za-z0-9][A-Za-z0-9._:-]{0,127}",
              "letters, digits and . _ : -, up to 128",
              "66b1f0a94c2de8137a5d0042")
          .links("/v1/api/conversations/{id}")
          .shown(
              Shown.ofConversation("pathway", "pathwayId"),
              Shown.ofConversation("user", "userId"),
              Shown.ofMessage("status", "status").in(Shown.Place.DETAILS),
              Shown.ofMessage("updated", "updatedAt").times("updatedAt").in(Shown.Place.DETAILS))
          // 60 requests a minute: https://docs.trillet.ai/v1/api-reference/introduction, read
          // 2026-11
          .concurrency(2)
          .docs("https://docs.trillet.ai/v1/api-reference/endpoints/conversations/getById")
          .build();

  private static final Map<Integer, String> HINTS =
      Map.of(
          401,
              "set api_key to a key of this workspace: Trillet asks for one, although its"
                  + " reference does not show it",
          403, "check that workspace_id is the conversation's workspace",
          404, "check the id, and that workspace_id is the conversation's workspace");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Request> opening(Query query) {
    // There is no body, but the documentation asks for this header on every request.
    return List.of(
        Request.of("conversation " + query.id(), "v1/api/conversations/{}", query.id())
            .header("x-workspace-id", query.required("workspace_id"))
            .header("Content-Type", "application/json"));
  }

  @Override
  public Found conversation(Query query, Calls calls) {
    Reading reading = new Reading();
    return calls.read(
        opening(query).get(0),
        reading.json(json -> new WorkspaceDecoder(query, reading).decode(json)));
  }

  /** Trillet says of each message whether it was sent; where it does not, it may be a draft. */
  @Override
  public boolean mayHaveReached(Message message) {
    return message.delivery() != Delivery.UNKNOWN;
  }

  @Override
  public Refusal explain(int status, Headers headers, byte[] head) {
    return Refusals.read(status, headers, head, Refusals.Form.OBJECT, HINTS);
  }
}
