/** A value, where it came from, and the environment it may come from. */
@NullMarked
package dev.convo.profile.value;

import org.jspecify.annotations.NullMarked;
