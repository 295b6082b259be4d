package io.github.pollhttp.request;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time and chance, which tests bring themselves.
 *
 * @param nanoClock a monotonic clock, in nanoseconds
 * @param wallClock milliseconds since 1970
 * @param random    numbers from 0, inclusive, to 1, exclusive
 */
record Environment(LongSupplier nanoClock, LongSupplier wallClock, DoubleSupplier random) {
    static final Environment REAL = new Environment(System::nanoTime, System::currentTimeMillis, Math::random);
}
