/** The one exception that leaves a package, and what it tells the user. */
@NullMarked
package dev.convo.failure;

import org.jspecify.annotations.NullMarked;
