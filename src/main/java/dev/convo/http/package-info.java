/**
 * One request, one reply: what the rest of convo knows of HTTP. No library is named here; {@code
 * http.apache} brings one.
 */
@NullMarked
package dev.convo.http;

import org.jspecify.annotations.NullMarked;
