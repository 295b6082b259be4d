package io.github.pollhttp.jvm.testing;

import java.util.function.LongSupplier;

/** A clock that stands still until a test moves it. */
public final class ManualClock implements LongSupplier {
    private volatile long nanos = 12_345; // a monotonic clock begins anywhere

    public void advanceMillis(long millis) {
        nanos += millis * 1_000_000;
    }

    @Override
    public long getAsLong() {
        return nanos;
    }
}
