package dev.convo.provider.chatwoot;

import static dev.convo.model.Shown.Place.DETAILS;
import static dev.convo.model.Shown.Place.TEAM;
import static dev.convo.model.Shown.Place.TOPIC;
import static dev.convo.model.Shown.ofAssignee;
import static dev.convo.model.Shown.ofAttachment;
import static dev.convo.model.Shown.ofConversation;
import static dev.convo.model.Shown.ofCustomer;
import static dev.convo.model.Shown.ofMessage;

import dev.convo.model.Shown;

/** What people look for in Chatwoot besides the model's own fields. */
final class ChatwootShown {
  private ChatwootShown() {}

  static Shown[] all() {
    return new Shown[] {
      ofConversation("replies are blocked", "can_reply").newsWhen("", "false"),
      ofCustomer("contact is blocked", "blocked").newsWhen("", "true"),
      missed("missed"),
      missed("active_with_misses"),
      ofConversation("team", "meta.team.name").in(TEAM),
      ofConversation("custom attributes", "custom_attributes.*").in(TOPIC),
      ofConversation("assignee is", "meta.assignee_type"),
      ofAssignee("assignee's bot", "bot_type"),
      ofConversation("inbox", "inbox_id"),
      moment("snoozed until", "snoozed_until"),
      moment("waiting since", "waiting_since").zero("nobody is waiting"),
      moment("first reply", "first_reply_created_at").zero("none yet"),
      moment("seen by the contact", "contact_last_seen_at").zero("never"),
      moment("seen by the assignee", "assignee_last_seen_at").zero("never"),
      moment("seen by an agent", "agent_last_seen_at").zero("never"),
      ofConversation("unread", "unread_count"),
      ofConversation("muted", "muted"),
      ofConversation("service level", "applied_sla")
          .only("sla_name", "sla_status", "created_at")
          .times("created_at"),
      ofConversation("service level policy", "sla_policy_id"),
      ofConversation("service level events", "sla_events")
          .only("event_type", "created_at")
          .times("created_at"),
      ofConversation("browser", "additional_attributes.browser")
          .only("browser_name", "browser_version", "platform_name", "platform_version"),
      ofConversation("browser's language", "additional_attributes.browser_language"),
      ofConversation("page", "additional_attributes.referer"),
      ofConversation("begun", "additional_attributes.initiated_at").only("timestamp"),
      ofConversation("source", "additional_attributes.source"),
      ofCustomer("contact's identifier", "identifier"),
      ofCustomer("contact is blocked", "blocked"),
      ofConversation("contact is verified", "meta.hmac_verified"),
      ofCustomer("contact's attributes", "custom_attributes.*"),
      ofCustomer("about the contact", "additional_attributes.*"),
      ofCustomer("contact last active", "last_activity_at").times("last_activity_at"),
      ofMessage("translation", "content_attributes.translations.*"),
      ofMessage("unsupported", "content_attributes.is_unsupported"),
      ofMessage("template", "additional_attributes.template_params")
          .only("name", "language", "processed_params"),
      ofMessage("offered", "content_attributes.items").only("description").in(DETAILS),
      call("call"),
      call("content_attributes.data"),
      ofMessage("created elsewhere", "content_attributes.external_created_at")
          .times("external_created_at")
          .in(DETAILS),
      ofAttachment("transcript", "transcribed_text"),
      ofAttachment("contact card", "meta").in(DETAILS)
    };
  }

  private static Shown moment(String label, String name) {
    return ofConversation(label, name).times(name);
  }

  /** A missed service level, whether the conversation is still open or not. */
  private static Shown missed(String status) {
    return ofConversation("service level missed", "applied_sla")
        .only("sla_name")
        .newsWhen("sla_status", status);
  }

  /** Who called whom, and how it ended; servers send it in either place. */
  private static Shown call(String path) {
    return ofMessage("call", path)
        .only(
            "direction",
            "call_direction",
            "from_number",
            "to_number",
            "accepted_by_agent_name",
            "end_reason",
            "started_at",
            "ended_at")
        .times("started_at", "ended_at")
        .in(DETAILS);
  }
}
