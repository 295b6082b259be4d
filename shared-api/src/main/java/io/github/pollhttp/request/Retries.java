package io.github.pollhttp.request;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;

/** Whether a request is sent once more, and after what pause. */
final class Retries {
    static final long NEVER = -1;
    private static final double NANOS = 1e9;

    private final Backoff backoff;
    private final Environment environment;
    private int used;
    private boolean idleUsed;

    /** @param backoff null if the program has asked for no retries */
    Retries(Backoff backoff, Environment environment) {
        this.backoff = backoff;
        this.environment = environment;
    }

    /**
     * @param failure why the client failed, null if it was not the client
     * @param left    nanoseconds until the request times out
     * @return nanoseconds, or {@link #NEVER}
     */
    long pauseAfter(RequestSpec request, Failure failure, long left) {
        if (failure == null || !request.isIdempotent()) {
            return NEVER;
        }
        if (failure.reason() == Reason.CONNECTION_CLOSED_IDLE && !idleUsed) {
            idleUsed = true; // it says nothing of the server, but that it did not wait for us
            return 0;
        }
        return backoff == null ? NEVER : used(backoff.pauseAfter(failure.reason(), used, environment), left);
    }

    /**
     * @param response the client that has it
     * @param left     nanoseconds until the request times out
     * @return nanoseconds, or {@link #NEVER}
     */
    long pauseAfter(RequestSpec request, HTTPClient response, long left) {
        return backoff == null || !request.isIdempotent()
                ? NEVER
                : used(backoff.pauseAfter(response, used, environment), left);
    }

    /** A pause that would outlast the request is not begun. */
    private long used(double seconds, long left) {
        if (seconds == Backoff.NEVER || seconds * NANOS >= left) {
            return NEVER;
        }
        used++;
        return (long) (seconds * NANOS);
    }
}
