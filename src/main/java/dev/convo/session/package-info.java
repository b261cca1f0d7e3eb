/** What outlives a command line, and the run of one: from a source through stages to the output. */
@NullMarked
package dev.convo.session;

import org.jspecify.annotations.NullMarked;
