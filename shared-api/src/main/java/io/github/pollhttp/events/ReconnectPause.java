package io.github.pollhttp.events;

import java.util.function.LongSupplier;

/**
 * The pause before a source connects again: the reconnection time (HTML Standard section 9.2.1), but at least half a second. The pause grows while
 * attempts fail, and while streams end without an event.
 */
final class ReconnectPause {
    /** The shortest pause, and the first one after a failure, in seconds. The standard lets a client wait longer than the server says. */
    private static final double SHORTEST = 0.5;

    /** The longest pause that follows from failures, in seconds. A stream that was open for that long did not fail. */
    private static final double LONGEST = 30;

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1000;

    private final LongSupplier nanoClock;
    private double programTime = 3;

    /** The reconnection time in seconds: that of the program, or a later one of the server. */
    private double time = programTime;

    private int failures;
    private boolean streaming;
    private boolean gaveEvent;
    private long streamStart;
    private long pauseStart;
    private double pause;

    /** @param nanoClock a monotonic clock, in nanoseconds */
    ReconnectPause(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** @param seconds the reconnection time of the program */
    void setTime(double seconds) {
        programTime = seconds;
        time = seconds;
    }

    /** @param millis the reconnection time of the server */
    void setServerTime(int millis) {
        time = millis / MILLIS;
    }

    /** Forgets the failures and the reconnection time of the last server. */
    void reset() {
        time = programTime;
        failures = 0;
        forgetStream();
    }

    private void forgetStream() {
        streaming = false;
        gaveEvent = false;
    }

    /** A stream has been opened. */
    void noteStream() {
        streaming = true;
        streamStart = nanoClock.getAsLong();
    }

    /** The stream has delivered an event. */
    void noteEvent() {
        gaveEvent = true;
    }

    /** Starts a pause, because an attempt has failed or a stream has ended. */
    void start() {
        pauseStart = nanoClock.getAsLong();
        boolean wasLong = streaming && pauseStart - streamStart >= LONGEST * NANOS;
        failures = gaveEvent || wasLong ? 0 : failures + 1;
        pause = Math.max(time, grown());
        forgetStream();
    }

    private double grown() {
        double seconds = SHORTEST;
        for (int i = 1; i < failures && seconds < LONGEST; i++) {
            seconds *= 2;
        }
        return Math.min(seconds, LONGEST);
    }

    boolean isOver() {
        return nanoClock.getAsLong() - pauseStart >= pause * NANOS;
    }
}
