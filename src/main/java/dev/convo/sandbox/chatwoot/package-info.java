/**
 * Chatwoot's API as far as convo asks for it. Bodies and statuses are those of its server, version
 * 4.4: {@code request_exception_handler.rb}, {@code ensure_current_account_helper.rb}, {@code
 * message_finder.rb} and the {@code .jbuilder} views, read 2026-11. Not stated there, and chosen
 * here: the JSON body of a 500, which is what Rails answers to a JSON request.
 */
@NullMarked
package dev.convo.sandbox.chatwoot;

import org.jspecify.annotations.NullMarked;
