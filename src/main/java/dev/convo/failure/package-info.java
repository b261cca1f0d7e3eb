/** The one exception that crosses packages, and what it says to the user. */
@NullMarked
package dev.convo.failure;

import org.jspecify.annotations.NullMarked;
