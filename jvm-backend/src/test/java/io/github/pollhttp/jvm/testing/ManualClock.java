package io.github.pollhttp.jvm.testing;

import java.util.function.LongSupplier;

/** A clock in nanoseconds that moves only when a test advances it. */
public final class ManualClock implements LongSupplier {
    private volatile long nanos = 12_345; // not 0, because System.nanoTime() has no fixed origin

    public void advanceMillis(long millis) {
        nanos += millis * 1_000_000;
    }

    @Override
    public long getAsLong() {
        return nanos;
    }
}
