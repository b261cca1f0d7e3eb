/** Prompts with line editing and masked input; the only home of JLine. */
@NullMarked
package dev.convo.terminal.jline;

import org.jspecify.annotations.NullMarked;
