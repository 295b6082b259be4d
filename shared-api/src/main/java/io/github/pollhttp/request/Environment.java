package io.github.pollhttp.request;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import io.github.pollhttp.spi.BackendProvider;

/**
 * The clocks and the random numbers of a request, which tests replace.
 *
 * @param nanoClock a monotonic clock, in nanoseconds
 * @param wallClock the time of day, in milliseconds since 1970
 * @param random    random numbers from 0, inclusive, to 1, exclusive
 */
record Environment(LongSupplier nanoClock, LongSupplier wallClock, DoubleSupplier random) {
    static Environment of(BackendProvider provider) {
        return new Environment(provider::nanoTime, provider::currentTimeMillis, provider::random);
    }
}
