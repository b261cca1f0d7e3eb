/** What changed between two documents of one conversation. Pure: it fetches and shows nothing. */
@NullMarked
package dev.convo.diff;

import org.jspecify.annotations.NullMarked;
