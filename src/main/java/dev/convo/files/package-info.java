/**
 * Files of a machine with several users: who owns them, who can change them, how one is reached.
 */
@NullMarked
package dev.convo.files;

import org.jspecify.annotations.NullMarked;
