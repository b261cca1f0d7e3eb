/**
 * The part of ASAPP's conversations API that convo uses: https://docs.asapp.com/apis/conversations,
 * read 2026-11. Every error carries a request id. What it does not specify is chosen here: the
 * sentences of errors, and that a rate limit names no time.
 */
@NullMarked
package dev.convo.sandbox.asapp;

import org.jspecify.annotations.NullMarked;
