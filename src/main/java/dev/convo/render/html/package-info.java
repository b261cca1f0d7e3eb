/** HTML mail to text for people; the only home of jsoup. */
@NullMarked
package dev.convo.render.html;

import org.jspecify.annotations.NullMarked;
