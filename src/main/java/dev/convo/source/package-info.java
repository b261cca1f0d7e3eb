/** Where documents come from: fetched side by side or read from disk, in the order asked. */
@NullMarked
package dev.convo.source;

import org.jspecify.annotations.NullMarked;
