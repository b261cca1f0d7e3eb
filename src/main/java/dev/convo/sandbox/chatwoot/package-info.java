/**
 * The part of Chatwoot's API that convo uses. Bodies and statuses are those of its server, version
 * 4.4: {@code request_exception_handler.rb}, {@code ensure_current_account_helper.rb}, {@code
 * message_finder.rb} and the {@code .jbuilder} views, read 2026-11. What they do not specify is
 * chosen here: the JSON body of a 500, which is what Rails answers to a JSON request.
 */
@NullMarked
package dev.convo.sandbox.chatwoot;

import org.jspecify.annotations.NullMarked;
