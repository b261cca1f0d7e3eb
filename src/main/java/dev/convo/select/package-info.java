/** Choosing from a document what is shown: pure functions of the model. */
@NullMarked
package dev.convo.select;

import org.jspecify.annotations.NullMarked;
