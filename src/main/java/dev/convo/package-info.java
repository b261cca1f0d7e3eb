/** The process and the registry of providers. */
@NullMarked
package dev.convo;

import org.jspecify.annotations.NullMarked;
