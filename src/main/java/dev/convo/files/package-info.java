/**
 * Files of a machine with several users: who owns them, who can change them, how one is reached,
 * and new ones that nobody else can read or take for whole ones.
 */
@NullMarked
package dev.convo.files;

import org.jspecify.annotations.NullMarked;
