/**
 * ASAPP: the conversation and its messages are two calls, made side by side.
 *
 * <p>Reference: https://docs.asapp.com/apis/conversations/retrieve-a-conversation, and beside it
 * list-messages, list-messages-with-an-externalid, list-conversations; read 2026-11. Quirks:
 *
 * <ul>
 *   <li>Sandbox and production have different credentials.
 *   <li>A conversation has no status, time, subject or channel, and its {@code id} is optional.
 *   <li>{@code externalId}, the id in the user's own system, does not work in these paths; it has
 *       its own look-up.
 *   <li>Messages come unpaged; whether a long conversation is cut is not documented.
 *   <li>A sender has a role and an id, but no name; the names are in the conversation.
 *   <li>Times may have up to twelve digits of a second's fraction.
 *   <li>Once a daily limit is reached, every call is refused until midnight UTC.
 * </ul>
 */
@NullMarked
package dev.convo.provider.asapp;

import org.jspecify.annotations.NullMarked;
