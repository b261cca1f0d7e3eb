package dev.convo.http;

import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * What waiting depends on.
 *
 * @param random numbers from 0 to below 1, which spread retries out
 */
public record Time(InstantSource clock, Sleeper sleeper, DoubleSupplier random) {}
