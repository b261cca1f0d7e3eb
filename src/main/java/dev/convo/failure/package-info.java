/** The one exception that crosses packages, and what a user is told with it. */
@NullMarked
package dev.convo.failure;

import org.jspecify.annotations.NullMarked;
