/** Takes what identifies people out of a document, so that it can be shared. */
@NullMarked
package dev.convo.redact;

import org.jspecify.annotations.NullMarked;
