/**
 * Accounts: what the profile file, the environment and the command line say about one, where each
 * value came from, and its secrets, read only when they are needed. The only home of the TOML
 * library.
 */
@NullMarked
package dev.convo.profile;

import org.jspecify.annotations.NullMarked;
