/**
 * Accounts: what the command line, the environment and the profile file say about one, and where
 * each value came from.
 */
@NullMarked
package dev.convo.profile;

import org.jspecify.annotations.NullMarked;
