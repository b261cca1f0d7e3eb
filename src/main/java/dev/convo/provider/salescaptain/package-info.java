/**
 * SalesCaptain.
 *
 * <p>Reference: https://docs.salescaptain.com, "Get a conversation by ID" and "Fetching messages by
 * company ID and conversation ID", read 2026-11. Beyond it:
 *
 * <ul>
 *   <li>Every answer is an envelope whose {@code message} is a polite sentence; it is the only
 *       thing dropped. Anything else in it is kept as {@code envelope}, or for a page of messages
 *       as {@code messages_pages}.
 *   <li>{@code status: "failure"} is a failure under any HTTP status. An unknown id may be 404, a
 *       200 with that status, or a 200 without data.
 *   <li>The messages call needs the company's id, which is not in the conversation.
 *   <li>{@code contact_name} and {@code updated_at} are null in practice, though required.
 *   <li>It states neither status nor channel; neither is inferred.
 *   <li>{@code last_message} is a preview, without time and sender; it is never shown as a message.
 *   <li>The documented message has no text; in practice it is {@code message}. Media are bare
 *       links. A call's length is in seconds, as a number or as text.
 * </ul>
 */
@NullMarked
package dev.convo.provider.salescaptain;

import org.jspecify.annotations.NullMarked;
