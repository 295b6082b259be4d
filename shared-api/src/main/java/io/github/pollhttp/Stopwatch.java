package io.github.pollhttp;

import java.util.function.LongSupplier;

/**
 * Counts the time that a step has taken, in nanoseconds of a monotonic clock. It is read once a poll, and the time between two readings
 * counts as {@link #LONGEST_STEP} at most, and as no more than the limit: while nobody polls, nothing can move, and one long frame (a level
 * load, a debugger) must not end in a timeout that the network did not earn.
 */
final class Stopwatch {
    private static final long LONGEST_STEP = 1_000_000_000L;

    private final LongSupplier nanoClock;
    private long last;
    private long elapsed;

    Stopwatch(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void restart() {
        elapsed = 0;
        last = nanoClock.getAsLong();
    }

    /** @param limit nanoseconds; 0 is no limit */
    boolean isPast(long limit) {
        if (limit == 0) {
            return false;
        }
        long now = nanoClock.getAsLong();
        elapsed += Math.min(now - last, Math.min(LONGEST_STEP, limit));
        last = now;
        return elapsed > limit;
    }

    /** How long one may wait before {@link #isPast} has to be asked again, in nanoseconds; never longer than what it counts. */
    long patience(long limit) {
        return limit == 0 ? LONGEST_STEP : Math.min(LONGEST_STEP, limit - elapsed + 1);
    }
}
