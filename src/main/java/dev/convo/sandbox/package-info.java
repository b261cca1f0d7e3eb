/**
 * The platforms' APIs on a loopback port, with sample conversations: for {@code convo sandbox}, for
 * the profile {@code demo}, and for tests. As strict as the platforms are; it answers GET only and
 * needs the JDK's own server, no library. Each platform is a {@link dev.convo.sandbox.Service} in a
 * package of its own.
 */
@NullMarked
package dev.convo.sandbox;

import org.jspecify.annotations.NullMarked;
