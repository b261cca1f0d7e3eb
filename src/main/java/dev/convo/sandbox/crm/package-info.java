/**
 * oHallo's API as far as convo asks for it: https://developers.ohallo.eu, read 2026-11. Its prose
 * promises the contact, the account, the messages and the attention items within the answer, its
 * schema knows none of them: some samples have them, one is as bare as the schema. Not stated
 * there, and chosen here: the shape of a message, the bodies of 401, 403 and 429, and that a rate
 * limit says {@code Retry-After}.
 */
@NullMarked
package dev.convo.sandbox.crm;

import org.jspecify.annotations.NullMarked;
