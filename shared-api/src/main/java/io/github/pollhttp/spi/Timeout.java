package io.github.pollhttp.spi;

import java.util.function.LongSupplier;

import io.github.pollhttp.HTTPClient.Status;

/**
 * A timeout, and how much of it has passed.
 *
 * <p>
 * The clock is read once a poll, and the time between two readings counts as {@link #LONGEST_STEP} at most, and as no more than the limit:
 * while nobody polls, nothing can move, and one long frame (a level load, a debugger) must not end in a timeout that the network did not earn.
 *
 * <p>
 * The client calls a limit only where there is one, and this class is not final: so TeaVM sees that a program sets none, and leaves it out.
 */
public class Timeout {
    private static final long LONGEST_STEP = 1_000_000_000L;
    private static final long NONE = 0;

    private final LongSupplier nanoClock;
    private long limit;
    private long last;
    private long elapsed;

    /**
     * Makes a limit.
     *
     * @param nanoClock a monotonic clock, in nanoseconds
     * @param seconds   as in {@link #set}
     */
    public Timeout(LongSupplier nanoClock, double seconds) {
        this.nanoClock = nanoClock;
        set(seconds);
    }

    /**
     * Sets how long it is, and does not begin it anew.
     *
     * @param seconds 0 for no limit
     * @throws IllegalArgumentException if it is negative or no number
     */
    public final void set(double seconds) {
        check(seconds);
        limit = (long) Math.ceil(seconds * 1e9);
    }

    /**
     * Refuses what cannot be a timeout.
     *
     * @param seconds a program's argument
     * @throws IllegalArgumentException if it is negative or no number
     */
    public static void check(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("a timeout must be 0, for none, or more");
        }
    }

    /** Begins it anew. */
    public void restart() {
        elapsed = 0;
        last = nanoClock.getAsLong();
    }

    /**
     * Counts the time since the last call.
     *
     * @param during  the status that lasts
     * @param backend who knows where the client is connected to
     * @return null until the limit has passed
     */
    public BackendFailure failure(Status during, Backend backend) {
        return isPast() ? new TimeoutFailure(during, backend) : null;
    }

    private boolean isPast() {
        if (limit == NONE) {
            return false;
        }
        long now = nanoClock.getAsLong();
        elapsed += Math.min(now - last, Math.min(LONGEST_STEP, limit));
        last = now;
        return elapsed > limit;
    }

    /**
     * How long one may wait before the limit has to be asked again; never longer than what it counts.
     *
     * @return nanoseconds
     */
    public long remainingNanos() {
        return limit == NONE ? LONGEST_STEP : Math.min(LONGEST_STEP, limit - elapsed + 1);
    }
}
