/** Documents to text, in every format. Sees no HTTP and no provider. */
@NullMarked
package dev.convo.render;

import org.jspecify.annotations.NullMarked;
