/**
 * What a provider is: facts as data ({@link dev.convo.provider.Descriptor}), behaviour as small
 * code over calls that are already signed, checked and retried.
 */
@NullMarked
package dev.convo.provider;

import org.jspecify.annotations.NullMarked;
