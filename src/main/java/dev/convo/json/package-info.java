/** Reading and writing JSON; the only home of Gson. */
@NullMarked
package dev.convo.json;

import org.jspecify.annotations.NullMarked;
