package dev.convo.provider.crm;

import dev.convo.http.Calls;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Shown;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import dev.convo.provider.Refusals;
import java.util.List;
import java.util.Map;

/** The provider of oHallo. */
public final class Crm implements Provider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("crm", "oHallo", "Shows an oHallo conversation.")
          .aliases("ohallo")
          .host("https://api.ohallo.eu")
          .credentials(
              CredentialSpec.bearer(
                      "token", "An API key with the scope conversations:read; it begins with sf_.")
                  .optional())
          .ids(
              "[A-Za-z0-9][A-Za-z0-9._:-]{0,127}",
              "letters, digits and . _ : -, up to 128",
              "c41d7e90-2b6a-4f38-9e15-7a3f0b6d0042")
          .links("/api/conversations/{id}")
          .finalStatuses("resolved", "closed", "abandoned")
          .shown(
              Shown.ofConversation("attention", "attentionItems")
                  .only("type", "reason", "createdAt")
                  .times("createdAt")
                  .newsWhen("status", "open"),
              Shown.ofConversation("attention items", "attentionItems")
                  .only("type", "reason", "status", "createdAt", "resolvedAt")
                  .times("createdAt", "resolvedAt"),
              Shown.ofConversation("account", "account").only("name", "domain", "externalRef"),
              Shown.ofConversation("channel's id", "channelId"),
              Shown.ofConversation("brand", "workspaceId"),
              Shown.ofCustomer("company", "companyName"),
              Shown.ofCustomer("contact's account", "accountName"),
              Shown.ofCustomer("found in the CRM", "resolutionStatus"),
              Shown.ofCustomer("id in your system", "externalRef"),
              Shown.ofCustomer("reached by", "identities").only("channel", "value"),
              Shown.ofMessage("created", "createdAt").times("createdAt").in(Shown.Place.DETAILS),
              Shown.ofMessage("deleted", "deletedAt").times("deletedAt").in(Shown.Place.DETAILS),
              Shown.ofMessage("sender", "senderType").in(Shown.Place.DETAILS))
          .docs("https://developers.ohallo.eu/api-reference/operations/getconversation/")
          .build();

  private static final Map<Integer, String> HINTS =
      Map.of(
          401, "set token to an API key of oHallo with the scope conversations:read",
          403, "use a key with the scope conversations:read",
          404,
              "check the id; a key sees only its own tenant, and an sf_test_ key only sandbox data");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Request> opening(Query query) {
    return List.of(Request.of("conversation " + query.id(), "api/conversations/{}", query.id()));
  }

  @Override
  public Found conversation(Query query, Calls calls) {
    Reading reading = new Reading();
    return calls.read(
        opening(query).get(0), reading.json(json -> new CrmDecoder(query, reading).decode(json)));
  }

  @Override
  public Refusal explain(int status, Headers headers, byte[] head) {
    return Refusals.read(status, headers, head, Refusals.Form.TEXT, HINTS);
  }
}
