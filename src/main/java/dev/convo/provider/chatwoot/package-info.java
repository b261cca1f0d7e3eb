/**
 * Chatwoot, its own cloud and self-hosted.
 *
 * <p>Reference: https://developers.chatwoot.com/api-reference/conversations/conversation-details,
 * read 2026-11; what it leaves out or gets wrong was read in the server's source (4.4.0):
 *
 * <ul>
 *   <li>The conversation's answer embeds only the last message, and the last that is not an
 *       activity line. Fewer than 20 on the newest page are all of them. Otherwise {@code after}
 *       and {@code before} together name a range of ids, of which at most 1,000 rows are sent.
 *   <li>Rows are ordered by time but cut by id: ids inside a page need not ascend, and paging back
 *       skips messages that were imported or backdated. Newer servers cut at the time of the
 *       message that a bound names, servers before 2.12 ignore {@code after}.
 *   <li>Of mail's {@code html_content}, only {@code full} is HTML.
 *   <li>A call is in {@code call}, or before that in {@code content_attributes.data}; a contact
 *       card's {@code fallback_title} is the phone number.
 *   <li>A message has two shapes: the embedded one has all columns, the listed one does not. The
 *       same message in both becomes one, with the attributes of both; where they differ, the
 *       listed one wins.
 *   <li>Times are whole seconds, seconds with a fraction, and ISO 8601, all in one answer; zero
 *       means never.
 *   <li>What a page of messages says in {@code meta} of contact, assignee, labels and so on repeats
 *       the conversation's answer and is dropped; anything else there is kept as {@code
 *       messages_pages}.
 *   <li>401 means many things; only the sentence says which. An {@code errors} list means that no
 *       token was seen: proxies drop header names with underscores.
 * </ul>
 */
@NullMarked
package dev.convo.provider.chatwoot;

import org.jspecify.annotations.NullMarked;
