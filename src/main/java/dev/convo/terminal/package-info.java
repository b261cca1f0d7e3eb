/** The machine's side of a conversation with people: streams, width, pager, prompts, files. */
@NullMarked
package dev.convo.terminal;

import org.jspecify.annotations.NullMarked;
