/** Replaces what identifies people in a document, so that it can be shared. */
@NullMarked
package dev.convo.redact;

import org.jspecify.annotations.NullMarked;
