/**
 * oHallo, as {@code crm}: one call.
 *
 * <p>Reference: https://developers.ohallo.eu/api-reference/operations/getconversation/, read
 * 2026-11. Quirks:
 *
 * <ul>
 *   <li>Its prose promises contact, account, messages and attention items in the answer; its schema
 *       names none of them. They are read where they come, in any likely shape.
 *   <li>No call that lists messages is documented, and none is guessed: {@code messageCount} tells
 *       how many there are.
 *   <li>Of a message, {@code sentAt} says when it was sent, {@code createdAt} when it was written;
 *       {@code senderType: "ai"} is a bot. One of the customer's that names no author is the
 *       contact's.
 *   <li>The status is documented in two vocabularies: its word is kept.
 *   <li>A contact is documented in two shapes: with a name, and with a first and a last name.
 *   <li>Ids are called UUIDs, and the reference's own are none.
 *   <li>The reference shows no credential; the authentication page does.
 * </ul>
 */
@NullMarked
package dev.convo.provider.crm;

import org.jspecify.annotations.NullMarked;
