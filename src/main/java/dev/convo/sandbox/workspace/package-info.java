/**
 * Trillet's API as far as convo asks for it: https://docs.trillet.ai, read 2026-11. All messages
 * are within the conversation, drafts that were never sent too. Not stated there, and chosen here:
 * the codes and sentences of 401, 403 and 404.
 */
@NullMarked
package dev.convo.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
