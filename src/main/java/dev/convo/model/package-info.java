/**
 * What every platform's conversation becomes and every renderer shows. Records of plain values;
 * depends on nothing.
 */
@NullMarked
package dev.convo.model;

import org.jspecify.annotations.NullMarked;
