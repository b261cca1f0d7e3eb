package dev.convo.provider.asapp;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Calls.Pending;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.json.Json;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Shown;
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
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The provider of ASAPP. */
public final class Asapp implements Provider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("asapp", "ASAPP", "Shows an ASAPP conversation.")
          // The reference names the sandbox only; both: https://docs.asapp.com/apis/overview
          .hosts(
              "environment",
              Map.of(
                  "production", "https://api.asapp.com",
                  "sandbox", "https://api.sandbox.asapp.com"))
          .credentials(
              CredentialSpec.header("api_id", "asapp-api-id", "The API id of the environment."),
              CredentialSpec.header(
                  "api_secret", "asapp-api-secret", "The API secret that belongs to the API id."))
          .settings(
              Setting.choice(
                      "environment",
                      List.of("production", "sandbox"),
                      "Environment that the API id is for.")
                  .option("--environment"),
              Setting.flag(
                  "external_id",
                  "--external-id",
                  Pattern.compile(".+", Pattern.DOTALL),
                  "IDs are those of your own chat or voice system."))
          // No form is documented; only what could reach another path is refused.
          .ids(
              "(?!\\.{1,2}$)[!-~&&[^/\\\\?#%]]{1,128}",
              "up to 128 ASCII characters, but no space and none of / \\ ? # %",
              "01JQ8Z4M6T9XK2VBN5RCWH0042")
          .links("/conversation/v1/conversations/{id}")
          .shown(
              Shown.ofConversation("external id", "externalId").in(Shown.Place.TOPIC),
              Shown.ofConversation("metadata", "metadata.*").in(Shown.Place.TOPIC),
              Shown.ofMessage("arrived", "createdTimestamp")
                  .times("createdTimestamp")
                  .in(Shown.Place.DETAILS))
          .docs("https://docs.asapp.com/apis/conversations/retrieve-a-conversation")
          .build();

  private static final String OTHER_ENVIRONMENT =
      "production and sandbox have separate credentials: check that environment, api_id and"
          + " api_secret belong together";

  private static final Map<Integer, String> HINTS =
      Map.of(
          401,
          OTHER_ENVIRONMENT,
          403,
          OTHER_ENVIRONMENT,
          404,
          "check the id and the environment; for an id of your own chat or voice system, add"
              + " --external-id",
          429,
          "once the daily limit is reached, ASAPP refuses every call until 00:00 UTC");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  /** With an external id only the look-up: which messages to ask for is known when it answers. */
  @Override
  public List<Request> opening(Query query) {
    if (external(query)) {
      return List.of(
          Request.of(
                  purpose("conversation with external id ", query), "conversation/v1/conversations")
              .query("externalId", query.id()));
    }
    Request conversation =
        Request.of(purpose("conversation ", query), "conversation/v1/conversations/{}", query.id());
    return !query.messages()
        ? List.of(conversation)
        : List.of(conversation, messages(query, query.id()));
  }

  private static boolean external(Query query) {
    return query.setting("external_id").filter("true"::equals).isPresent();
  }

  /** Names the environment: each knows only its own conversations. */
  private static String purpose(String what, Query query) {
    return what + query.id() + query.setting("environment").map(name -> " in " + name).orElse("");
  }

  private static Request messages(Query query, @Nullable String id) {
    String purpose = purpose("messages of conversation ", query);
    // The singular is theirs: https://docs.asapp.com/apis/messages/list-messages-with-an-externalid
    return id == null
        ? Request.of(purpose, "conversation/v1/conversation/messages")
            .query("externalId", query.id())
        : Request.of(purpose, "conversation/v1/conversations/{}/messages", id);
  }

  @Override
  public Found conversation(Query query, Calls calls) {
    Reading reading = new Reading();
    return external(query) ? lookedUp(query, calls, reading) : byId(query, calls, reading);
  }

  private Found byId(Query query, Calls calls, Reading reading) {
    List<Request> opening = opening(query);
    Pending<Conversation> first =
        calls.begin(opening.get(0), reading.json(json -> AsappDecoder.conversation(query, json)));
    if (opening.size() == 1) {
      return new Found(first.get(), reading.notAsked(null), null);
    }
    Pending<AsappDecoder.Items<Message>> second = begin(opening.get(1), calls, reading);
    return joined(first.get(), second, reading);
  }

  private Found lookedUp(Query query, Calls calls, Reading reading) {
    AsappDecoder.Items<AsappDecoder.Item> found =
        calls.read(opening(query).get(0), reading.json(json -> checked(query, json)));
    AsappDecoder.Item item = only(query, found.list());
    Conversation conversation =
        item.conversation()
            .change()
            .attributes(AsappDecoder.joined(item.conversation(), "conversations", found.rest()))
            .build();
    if (!query.messages()) {
      return new Found(conversation, reading.notAsked(null), null);
    }
    Request messages = messages(query, conversation.id());
    return joined(conversation, begin(messages, calls, reading), reading);
  }

  private static AsappDecoder.Items<AsappDecoder.Item> checked(Query query, Json json) {
    AsappDecoder.Items<AsappDecoder.Item> found = AsappDecoder.items(json);
    found.list().forEach(item -> query.checkId(item.externalId()));
    return found;
  }

  private static AsappDecoder.Item only(Query query, List<AsappDecoder.Item> items) {
    String purpose = purpose("conversation with external id ", query);
    if (items.isEmpty()) {
      throw new Failure(
              Kind.NOT_FOUND, "not found", "if it is ASAPP's own id, leave out --external-id")
          .of(purpose);
    }
    if (items.size() > 1) {
      List<String> ids =
          items.stream()
              .map(item -> item.conversation().id())
              .filter(Objects::nonNull)
              .limit(10)
              .toList();
      throw new Failure(
              Kind.REJECTED,
              items.size() + " conversations have it: " + String.join(", ", ids),
              ids.isEmpty() ? null : "convo asapp " + ids.get(0))
          .of(purpose);
    }
    return items.get(0);
  }

  private static Pending<AsappDecoder.Items<Message>> begin(
      Request messages, Calls calls, Reading reading) {
    return calls.begin(messages, reading.json(json -> AsappDecoder.messages(reading, json)));
  }

  private static Found joined(
      Conversation conversation, Pending<AsappDecoder.Items<Message>> pending, Reading reading) {
    Conversation.Builder to = conversation.change();
    Pages.Outcome outcome =
        Pages.attempt(
            reading,
            () -> {
              AsappDecoder.Items<Message> messages = pending.get();
              reading.reason("total_unknown", "ASAPP does not say whether these are all messages");
              if (messages.rest().get("items") != null) {
                reading.noteOthers("ASAPP");
              }
              to.attributes(AsappDecoder.joined(conversation, "messages", messages.rest()))
                  .messages(
                      messages.list().stream()
                          .map(message -> AsappDecoder.withName(message, conversation))
                          .toList());
              return Pages.Outcome.end(null);
            });
    return new Found(to.build(), reading.completeness(outcome.complete(), null), outcome.missing());
  }

  @Override
  public Refusal explain(int status, Headers headers, byte[] head) {
    return Refusals.read(status, headers, head, Refusals.Form.OBJECT, HINTS);
  }
}
