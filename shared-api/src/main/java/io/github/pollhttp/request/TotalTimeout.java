package io.github.pollhttp.request;

import java.util.function.LongSupplier;

/**
 * The total timeout of a request.
 *
 * <p>
 * The time between two steps counts as at most one second, and as at most the timeout itself. Bytes move only during steps, so a program that did not
 * poll for long (a hidden tab, a debugger) must not cause a timeout. A body that has arrived in the meantime is taken first: a step that takes a
 * part of it does not end the request, unless the timeout was exceeded by some seconds, because a server may send without an end.
 */
final class TotalTimeout {
    private static final long LONGEST_STEP = 1_000_000_000L;

    /** One longest step, and a second to take what has arrived. */
    private static final long GRACE = 2 * LONGEST_STEP;

    private final long limit;
    private final LongSupplier nanoClock;
    private long last;
    private long elapsed;

    /** @param limit in nanoseconds; 0 for no timeout */
    TotalTimeout(long limit, LongSupplier nanoClock) {
        this.limit = limit;
        this.nanoClock = nanoClock;
        last = nanoClock.getAsLong();
    }

    /** Adds the time since the last call. */
    void count() {
        if (limit > 0) {
            long now = nanoClock.getAsLong();
            elapsed += Math.min(now - last, Math.min(LONGEST_STEP, limit));
            last = now;
        }
    }

    /** @param progressed whether the last step took a part of the body */
    boolean isPast(boolean progressed) {
        return limit > 0 && elapsed > (progressed ? limit + GRACE : limit);
    }

    /** @return nanoseconds until the request times out; negative if they have passed */
    long nanosLeft() {
        return limit == 0 ? Long.MAX_VALUE : limit - elapsed;
    }
}
