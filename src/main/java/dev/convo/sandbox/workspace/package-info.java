/**
 * The part of Trillet's API that convo uses: https://docs.trillet.ai, read 2026-11. The
 * conversation contains all messages, including drafts that were never sent. What it does not
 * specify is chosen here: the codes and sentences of 401, 403 and 404.
 */
@NullMarked
package dev.convo.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
