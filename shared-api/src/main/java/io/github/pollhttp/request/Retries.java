package io.github.pollhttp.request;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;

/** Decides whether a request is sent again, and after which pause. */
final class Retries {
    static final long NEVER = -1;
    private static final double NANOS = 1e9;

    private final Backoff backoff;
    private final Environment environment;
    private int count;
    private boolean resentAfterIdleClose;

    /** @param backoff null if the program has set no retry policy */
    Retries(Backoff backoff, Environment environment) {
        this.backoff = backoff;
        this.environment = environment;
    }

    /**
     * @param failure        the failure of the client, or null if the client did not fail
     * @param nanosToTimeout the time until the request times out
     * @return the pause in nanoseconds, or {@link #NEVER} for no retry
     */
    long pauseAfter(RequestSpec request, Failure failure, long nanosToTimeout) {
        if (failure == null || !request.isIdempotent()) {
            return NEVER;
        }
        if (failure.reason() == Reason.CONNECTION_CLOSED_IDLE && !resentAfterIdleClose) {
            resentAfterIdleClose = true; // a server may always close an idle connection, so this needs no retry policy and does not count as a retry
            return 0;
        }
        return backoff == null
                ? NEVER
                : counted(backoff.pauseAfter(failure.reason(), count, environment), nanosToTimeout);
    }

    /**
     * @param response       the client with the response
     * @param nanosToTimeout the time until the request times out
     * @return the pause in nanoseconds, or {@link #NEVER} for no retry
     */
    long pauseAfter(RequestSpec request, HTTPClient response, long nanosToTimeout) {
        return backoff == null || !request.isIdempotent()
                ? NEVER
                : counted(backoff.pauseAfter(response, count, environment), nanosToTimeout);
    }

    /** Counts a retry, unless the request would time out during the pause. */
    private long counted(double seconds, long nanosToTimeout) {
        if (seconds == Backoff.NEVER || seconds * NANOS >= nanosToTimeout) {
            return NEVER;
        }
        count++;
        return (long) (seconds * NANOS);
    }
}
