package dev.convo.session;

import dev.convo.provider.Provider;
import dev.convo.sandbox.Service;
import java.util.function.Supplier;

/**
 * A provider and the sandbox that stands in for its platform.
 *
 * @param sandbox makes the stand-in where it is needed
 */
public record Platform(Provider provider, Supplier<Service> sandbox) {}
