/**
 * ASAPP's conversations API as far as convo asks for it: https://docs.asapp.com/apis/conversations,
 * read 2026-11. Every error carries a request id. Not stated there, and chosen here: the sentences
 * of errors, and that a rate limit names no time.
 */
@NullMarked
package dev.convo.sandbox.asapp;

import org.jspecify.annotations.NullMarked;
