package io.github.pollhttp.spi;

import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient.Status;

/**
 * A timeout of a client.
 *
 * <p>
 * The clock is read once a poll. The time between two readings counts as at most one second, and as at most half of the timeout. Bytes move only
 * during polls, so a long pause between two polls (the loading of a level, a debugger) must not cause a timeout, and must leave time for the bytes
 * that arrive after it.
 *
 * <p>
 * This class is not final, and the client calls it only through fields that may be null. TeaVM then leaves it out of a program that sets no timeout.
 */
public class Timeout {
    private static final long LONGEST_STEP = 1_000_000_000L;
    private static final long NONE = 0;

    private final LongSupplier nanoClock;
    private long limit;
    private long last;
    private long elapsed;

    /**
     * Creates a timeout. It counts from the first {@link #restart()} on.
     *
     * @param nanoClock a monotonic clock in nanoseconds
     * @param seconds   the timeout in seconds; 0 for none
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public Timeout(LongSupplier nanoClock, double seconds) {
        this.nanoClock = nanoClock;
        set(seconds);
    }

    /**
     * Changes the length of the timeout. The time that has passed still counts.
     *
     * @param seconds the timeout in seconds; 0 for none
     * @throws IllegalArgumentException if it is negative or NaN; the previous length stays
     */
    public final void set(double seconds) {
        check(seconds);
        limit = (long) Math.ceil(seconds * 1e9);
    }

    /**
     * Checks that a number can be a timeout.
     *
     * @param seconds the timeout in seconds; 0 for none
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public static void check(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("a timeout must be a positive number of seconds, or 0 for none.");
        }
    }

    /** Starts to count from zero. */
    public void restart() {
        elapsed = 0;
        last = nanoClock.getAsLong();
    }

    /**
     * Adds the time since the last call, and checks whether the timeout has passed.
     *
     * @param during the current status of the client
     * @param origin the backend, which knows the origin for the message
     * @return the failure, or null if the timeout has not passed
     */
    public @Nullable BackendFailure failure(Status during, Backend origin) {
        return isPast() ? new TimeoutFailure(during, origin.origin()) : null;
    }

    private boolean isPast() {
        if (limit == NONE) {
            return false;
        }
        long now = nanoClock.getAsLong();
        elapsed += Math.min(now - last, longestStep());
        last = now;
        return elapsed > limit;
    }

    private long longestStep() {
        return Math.min(LONGEST_STEP, limit - limit / 2);
    }

    /**
     * Returns how long a call in blocking mode may wait before it checks the timeout again.
     *
     * @return nanoseconds; at most as many as the time between two polls can count
     */
    public long remainingNanos() {
        return limit == NONE ? LONGEST_STEP : Math.min(longestStep(), limit - elapsed + 1);
    }
}
