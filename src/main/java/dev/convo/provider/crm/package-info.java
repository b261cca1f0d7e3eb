/**
 * oHallo, as {@code crm}: one call.
 *
 * <p>Reference: https://developers.ohallo.eu/api-reference/operations/getconversation/, read
 * 2026-11. Quirks:
 *
 * <ul>
 *   <li>Its prose promises contact, account, messages and attention items in the answer; its schema
 *       names none of them. They are read if they come, in any likely shape.
 *   <li>No call that lists messages is documented, and none is guessed: {@code messageCount} says
 *       how many there are.
 *   <li>A message's {@code sentAt} says when it was sent, {@code createdAt} when it was written;
 *       {@code senderType: "ai"} is a bot. A customer's message without an author was written by
 *       the contact.
 *   <li>The status is documented in two vocabularies: its word is kept.
 *   <li>A contact is documented in two shapes: with a name, and with a first and a last name.
 *   <li>Ids are called UUIDs, but those in the reference are not.
 *   <li>The reference shows no credential; the authentication page does.
 * </ul>
 */
@NullMarked
package dev.convo.provider.crm;

import org.jspecify.annotations.NullMarked;
