/**
 * The part of oHallo's API that convo uses: https://developers.ohallo.eu, read 2026-11. Its prose
 * promises the contact, the account, the messages and the attention items within the answer, but
 * its schema has none of them. So some samples have them, and one is as bare as the schema. What
 * neither specifies is chosen here: the shape of a message, the bodies of 401, 403 and 429, and
 * that a rate limit says {@code Retry-After}.
 */
@NullMarked
package dev.convo.sandbox.crm;

import org.jspecify.annotations.NullMarked;
