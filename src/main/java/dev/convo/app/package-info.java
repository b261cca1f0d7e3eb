/**
 * The spine: from a wish on the command line to text on a stream. Knows everyone below it, nobody
 * above.
 */
@NullMarked
package dev.convo.app;

import org.jspecify.annotations.NullMarked;
