package io.github.pollhttp;

import java.util.function.LongSupplier;

/**
 * The two timeouts of a client, and how much of them has passed, in nanoseconds of a monotonic clock.
 *
 * <p>
 * The clock is read once a poll, and the time between two readings counts as {@link #LONGEST_STEP} at most, and as no more than the limit:
 * while nobody polls, nothing can move, and one long frame (a level load, a debugger) must not end in a timeout that the network did not earn.
 */
final class TimeLimits {
    private static final long LONGEST_STEP = 1_000_000_000L;
    private static final long NONE = 0;

    private final LongSupplier nanoClock;
    private long connect = 30_000_000_000L;
    private long read = NONE;
    private long last;
    private long elapsed;
    private long lastActivity;

    TimeLimits(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void setConnect(double seconds) {
        connect = nanos(seconds);
    }

    void setRead(double seconds) {
        read = nanos(seconds);
    }

    private static long nanos(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("a timeout must be 0, for none, or more");
        }
        return (long) Math.ceil(seconds * 1e9);
    }

    void startConnecting() {
        restart();
    }

    boolean isConnectingTooLong() {
        return isPast(connect);
    }

    /** @param activity the backend's count of what has moved */
    void startListening(long activity) {
        lastActivity = activity;
        restart();
    }

    /** Anything that has moved since begins the time anew. */
    boolean isSilentTooLong(long activity) {
        if (activity != lastActivity) {
            startListening(activity);
            return false;
        }
        return isPast(read);
    }

    /** How long one may wait before one of the two has to be asked again; never longer than what they count. */
    long patience(boolean connecting) {
        long limit = connecting ? connect : read;
        return limit == NONE ? LONGEST_STEP : Math.min(LONGEST_STEP, limit - elapsed + 1);
    }

    private void restart() {
        elapsed = 0;
        last = nanoClock.getAsLong();
    }

    private boolean isPast(long limit) {
        if (limit == NONE) {
            return false;
        }
        long now = nanoClock.getAsLong();
        elapsed += Math.min(now - last, Math.min(LONGEST_STEP, limit));
        last = now;
        return elapsed > limit;
    }
}
