package dev.convo.session;

import dev.convo.provider.Provider;
import dev.convo.sandbox.Service;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * A provider and the sandbox that stands in for its platform.
 *
 * @param sandbox makes the stand-in where it is needed; the clock says when its rate limits end
 */
public record Platform(Provider provider, Function<InstantSource, Service> sandbox) {}
