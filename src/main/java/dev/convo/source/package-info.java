/** Where documents come from: ids and links to documents, side by side, in the order asked. */
@NullMarked
package dev.convo.source;

import org.jspecify.annotations.NullMarked;
