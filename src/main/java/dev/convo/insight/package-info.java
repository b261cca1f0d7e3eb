/** What the times and roles of a conversation say: pure functions of the model. */
@NullMarked
package dev.convo.insight;

import org.jspecify.annotations.NullMarked;
