package dev.convo.provider.salescaptain;

import dev.convo.failure.Failure;
import dev.convo.http.Calls;
import dev.convo.http.Calls.Decode;
import dev.convo.http.Calls.Pending;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Conversation;
import dev.convo.model.Shown;
import dev.convo.model.Value;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Pages;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import dev.convo.provider.Refusals;
import dev.convo.provider.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The provider {@code salescaptain}. */
public final class SalesCaptain implements Provider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("salescaptain", "SalesCaptain", "Shows a SalesCaptain conversation.")
          .host("https://api.salescaptain.com")
          .credentials(
              CredentialSpec.bearer("token", "In SalesCaptain: Settings, Your Profile, API Key."))
          .settings(
              Setting.text(
                      "company_id",
                      "f6a7b8c9-d0e1-2345-f123-456789012345",
                      "Company id; without it convo cannot fetch messages.")
                  .form(Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}"))
                  .option("--company", "ID"))
          // Of any version: the documented examples have none.
          .ids(
              "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
              "a UUID", "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042")
          .links("/v1/fetch-conversation/{id}")
          .shown(
              Shown.ofConversation("chat open", "is_chat_opened").in(Shown.Place.TOPIC),
              Shown.ofConversation("awaiting reply", "awaiting_reply"),
              Shown.ofConversation("seen by", "seen_by"),
              Shown.ofConversation("profile number", "conversation_profile_number"),
              Shown.ofConversation("profile e-mail", "conversation_profile_email"),
              Shown.ofConversation("last text", "last_message"))
          .docs("https://docs.salescaptain.com")
          .build();

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Request> opening(Query query) {
    String id = query.id();
    Request conversation = Request.of("conversation " + id, "v1/fetch-conversation/{}", id);
    Optional<String> company = query.setting("company_id");
    if (!query.messages() || company.isEmpty()) {
      return List.of(conversation);
    }
    Request messages =
        Request.of("messages of conversation " + id, "v1/fetch-messages/{}/{}", company.get(), id)
            .query("page_number", "1")
            .query("items_per_page", "100") // the most there may be
            .query("sort_by", "created_at")
            .query("sort_dir", "asc");
    return List.of(conversation, messages);
  }

  @Override
  public Found conversation(Query query, Calls calls) {
    List<Request> requests = opening(query);
    Reading reading = new Reading();
    SalesCaptainDecoder decoder = new SalesCaptainDecoder(query);
    Pending<Conversation> opened =
        calls.begin(requests.get(0), reading.json(decoder::conversation));
    if (requests.size() == 1) {
      return alone(query, reading, opened.get());
    }

    Decode<SalesCaptainDecoder.Page> decode = Pages.counted(calls, reading.json(decoder::page));
    Pending<SalesCaptainDecoder.Page> first = calls.begin(requests.get(1), decode);
    Conversation found = opened.get();
    Listing listing = new Listing(requests.get(1), reading);
    Pages.Outcome outcome =
        Pages.read(calls, reading, () -> listing.take(first.get()), decode, listing::take);
    Conversation conversation =
        found
            .change()
            .attributes(Pages.leftOver(found.attributes(), listing.leftOver()))
            .messages(listing.messages(found.customer()))
            .build();
    Failure missing = outcome.missing();
    if (missing == null && listing.lack() != null) {
      missing = Failure.badAnswer(listing.lack());
    }
    Boolean complete = outcome.complete();
    if (Boolean.TRUE.equals(complete) && conversation.messages().isEmpty() && hasLast(found)) {
      complete = null;
      reading.reason(
          "messages_of_another_company",
          "SalesCaptain has a last message but lists none; is company_id "
              + query.required("company_id")
              + " the conversation's company?");
    }
    return new Found(conversation, reading.completeness(complete, listing.total()), missing);
  }

  private static boolean hasLast(Conversation conversation) {
    Value last = conversation.attributes().get("last_message");
    return last instanceof Value.Text text
        ? !text.text().isBlank()
        : last != null && last != Value.None.NONE;
  }

  private static Found alone(Query query, Reading reading, Conversation conversation) {
    if (!query.messages()) {
      return new Found(conversation, reading.notAsked(null), null);
    }
    reading.reason(
        "messages_need_company_id", "set company_id, or use --company, to see the messages");
    return new Found(conversation, reading.completeness(false, null), null);
  }

  @Override
  public Refusal explain(int status, Headers headers, byte[] head) {
    return Refusals.read(
        status,
        headers,
        head,
        Refusals.Form.TEXT,
        Map.of(
            403, "check that the API key and company_id are of the conversation's company",
            404, "check the id, and that the API key is for its company"));
  }
}
