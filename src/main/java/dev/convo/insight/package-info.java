/** What the times and roles in a conversation say: pure functions of the model. */
@NullMarked
package dev.convo.insight;

import org.jspecify.annotations.NullMarked;
