package dev.convo.provider.chatwoot;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Calls.Decode;
import dev.convo.http.Calls.Pending;
import dev.convo.http.Headers;
import dev.convo.http.Origin;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Value;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Pages;
import dev.convo.provider.Provider;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Reading;
import dev.convo.provider.Setting;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The provider {@code chatwoot}. */
public final class Chatwoot implements Provider {
  private static final String CLOUD = "https://app.chatwoot.com";

  private static final CredentialSpec TOKEN =
      CredentialSpec.header(
              "api_access_token",
              "api_access_token",
              "In Chatwoot: Profile Settings, Access Token. A bot's token cannot read messages.")
          .orSpelled("Api-Access-Token", "token_header");

  // The classes of https://github.com/chatwoot/chatwoot, app/models/channel, read 2026-11.
  private static final Map<String, String> CHANNELS =
      Map.ofEntries(
          Map.entry("Channel::Api", "API"),
          Map.entry("Channel::Email", "mail"),
          Map.entry("Channel::FacebookPage", "Facebook"),
          Map.entry("Channel::Instagram", "Instagram"),
          Map.entry("Channel::Line", "LINE"),
          Map.entry("Channel::Sms", "SMS"),
          Map.entry("Channel::Telegram", "Telegram"),
          Map.entry("Channel::Tiktok", "TikTok"),
          Map.entry("Channel::TwilioSms", "SMS"),
          Map.entry("Channel::TwitterProfile", "Twitter"),
          Map.entry("Channel::Voice", "phone"),
          Map.entry("Channel::WebWidget", "website chat"),
          Map.entry("Channel::Whatsapp", "WhatsApp"));

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "chatwoot",
              "Chatwoot",
              "Shows a Chatwoot conversation, from its cloud or your own server.")
          .host(CLOUD)
          .credentials(TOKEN)
          .settings(
              Setting.number("account_id", "3", "Number after /accounts/ in Chatwoot's address.")
                  .need()
                  .option("--account"),
              Setting.choice(
                  "token_header",
                  TOKEN.headers(),
                  "The header's spelling; a proxy may drop names with underscores."))
          // Not 012 and not 12abc: the server reads both as 12, another conversation.
          .ids("[1-9][0-9]{0,18}", "a whole number; a link to the conversation works too", "42")
          .links(
              "/app/accounts/{account_id}/**/conversations/{id}",
              "/app/accounts/{account_id}/inbox-view/conversation/{id}",
              "/api/v1/accounts/{account_id}/conversations/{id}")
          .channels(CHANNELS)
          .finalStatuses("resolved")
          .shown(ChatwootShown.all())
          .docs("https://developers.chatwoot.com/api-reference/conversations/conversation-details")
          // What people copy from the dashboard and from the API's pages.
          .baseTails("/app", "/api/v1")
          .build();

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Request> opening(Query query) {
    String id = query.id();
    String account = query.required("account_id");
    String path = "api/v1/accounts/{}/conversations/{}";
    Request conversation = Request.of("conversation " + id, path, account, id);
    Request messages =
        Request.of("messages of conversation " + id, path + "/messages", account, id);
    return query.messages() ? List.of(conversation, messages) : List.of(conversation);
  }

  @Override
  public Found conversation(Query query, Calls calls) {
    List<Request> requests = opening(query);
    Reading reading = new Reading();
    ChatwootDecoder decoder = new ChatwootDecoder(query, reading);
    Decode<ChatwootDecoder.Opened> opening = reading.json(decoder::conversation);
    if (!query.messages()) {
      ChatwootDecoder.Opened alone = opened(() -> calls.read(requests.get(0), opening), query);
      return new Found(withUrl(alone.conversation(), query).build(), reading.notAsked(null), null);
    }
    Pending<ChatwootDecoder.Opened> opened = calls.begin(requests.get(0), opening);

    Decode<ChatwootDecoder.Page> decode = Pages.counted(calls, reading.json(decoder::page));
    Pending<ChatwootDecoder.Page> newest = calls.begin(requests.get(1), decode);
    ChatwootDecoder.Opened found = opened(opened, query);
    History history = new History();
    Listing listing = new Listing(calls, requests.get(1), decode, reading, history);
    Pages.Outcome outcome = listing.read(newest, found.embedded());

    Boolean complete = outcome.complete();
    if (history.hasOthers()) {
      // What cannot be read as a message may have been one.
      complete = Boolean.TRUE.equals(complete) ? null : complete;
      reading.noteOthers("Chatwoot");
    }
    List<Message> messages = history.with(found.embedded());
    Conversation conversation =
        withUrl(found.conversation(), query)
            .attributes(Pages.leftOver(found.conversation().attributes(), history.leftOver()))
            .messages(messages)
            .build();
    return new Found(conversation, reading.completeness(complete, null), outcome.missing());
  }

  private static ChatwootDecoder.Opened opened(
      Pending<ChatwootDecoder.Opened> pending, Query query) {
    try {
      return pending.get();
    } catch (Failure failure) {
      boolean refused = failure.kind() == Kind.UNAUTHORIZED || failure.kind() == Kind.FORBIDDEN;
      if (!refused || !Origin.of(URI.create(CLOUD)).equals(Origin.of(query.base()))) {
        throw failure;
      }
      String hint = failure.hint() == null ? "" : failure.hint() + "; ";
      throw failure.withHint(hint + "self-hosted? set base_url");
    }
  }

  private static Conversation.Builder withUrl(Conversation conversation, Query query) {
    Request page =
        Request.of(
            "", "app/accounts/{}/conversations/{}", query.required("account_id"), query.id());
    return conversation.change().url(page.uri(query.base()).toString());
  }

  /** An unknown value of {@code deleted} may mean that it was deleted. */
  @Override
  public boolean mayHaveReached(Message message) {
    Value more = message.attributes().get("content_attributes");
    Value deleted = more instanceof Attributes object ? object.get("deleted") : null;
    return deleted == null;
  }

  @Override
  public Refusal explain(int status, Headers headers, byte[] head) {
    return ChatwootRefusals.read(status, headers, head);
  }
}
