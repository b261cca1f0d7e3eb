/** What makes remote text harmless, and its display width. */
@NullMarked
package dev.convo.text;

import org.jspecify.annotations.NullMarked;
