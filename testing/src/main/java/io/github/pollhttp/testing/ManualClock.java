package io.github.pollhttp.testing;

/** A clock that stands still until a test moves it. It begins with 0. */
final class ManualClock {
    private static final double NANOS = 1e9;

    private long now;

    long nanoTime() {
        return now;
    }

    void advance(long nanos) {
        now += nanos;
    }

    /** @throws IllegalArgumentException if the number is negative, NaN or infinite */
    static long nanos(double seconds) {
        if (!(seconds >= 0) || seconds == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a time must be 0 seconds or longer; it is " + seconds + ".");
        }
        return Math.round(seconds * NANOS);
    }
}
