/** Secrets from the environment, a file or a command, read only when they are needed. */
@NullMarked
package dev.convo.profile.secret;

import org.jspecify.annotations.NullMarked;
