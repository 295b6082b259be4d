package io.github.pollhttp.request;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** The clocks and random numbers of a test. */
final class TestEnvironment extends Environment {
    private final LongSupplier nanoClock;
    private final LongSupplier wallClock;
    private final DoubleSupplier random;

    TestEnvironment(LongSupplier nanoClock, LongSupplier wallClock, DoubleSupplier random) {
        super(null);
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        this.random = random;
    }

    @Override
    long nanoTime() {
        return nanoClock.getAsLong();
    }

    @Override
    long wallTime() {
        return wallClock.getAsLong();
    }

    @Override
    double random() {
        return random.getAsDouble();
    }
}
