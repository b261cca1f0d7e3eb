/** What outlives one command line, and the run of one: from sources through stages to the show. */
@NullMarked
package dev.convo.session;

import org.jspecify.annotations.NullMarked;
