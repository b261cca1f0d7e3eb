/** The profile file: where it is, what it says line by line, its rules, and writing it. */
@NullMarked
package dev.convo.profile.file;

import org.jspecify.annotations.NullMarked;
