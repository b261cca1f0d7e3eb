/** The command line; the only home of picocli. */
@NullMarked
package dev.convo.cli;

import org.jspecify.annotations.NullMarked;
