package io.github.pollhttp;

import java.util.function.LongSupplier;

/** A clock that stands still until a test moves it. It starts just before the overflow, where {@code System.nanoTime} may be, too. */
public final class ManualClock implements LongSupplier {
    private long now = Long.MAX_VALUE - 1_000;

    public ManualClock() {}

    public void advance(double seconds) {
        now += (long) (seconds * 1e9);
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
