/** How documents are presented, where they are written, and what is reported meanwhile. */
@NullMarked
package dev.convo.show;

import org.jspecify.annotations.NullMarked;
