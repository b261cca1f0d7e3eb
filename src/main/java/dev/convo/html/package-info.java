/** HTML to text: mail for people, error pages for failures; the only home of jsoup. */
@NullMarked
package dev.convo.html;

import org.jspecify.annotations.NullMarked;
