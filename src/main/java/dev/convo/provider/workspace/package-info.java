/**
 * Trillet, as {@code workspace}: one call, all messages embedded.
 *
 * <p>Reference: https://docs.trillet.ai/v1/api-reference/endpoints/conversations/getById, read
 * 2026-11. Quirks:
 *
 * <ul>
 *   <li>The reference does not show {@code x-api-key}; the authentication page and all known
 *       clients send it.
 *   <li>Nothing is marked required or nullable, and the order of messages is not stated.
 *   <li>The reference's own example gives two messages one {@code _id}: it is not a key.
 *   <li>Drafts that were never sent are among the messages: {@code outbound} and not {@code sent};
 *       their status, such as {@code rejected}, says why.
 *   <li>Most ids look like MongoDB's, but not all do.
 * </ul>
 */
@NullMarked
package dev.convo.provider.workspace;

import org.jspecify.annotations.NullMarked;
