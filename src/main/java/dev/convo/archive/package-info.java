/**
 * A conversation on disk: a folder with the platform's own answers, the document, and a manifest
 * that says what was asked and what every file must hash to.
 */
@NullMarked
package dev.convo.archive;

import org.jspecify.annotations.NullMarked;
