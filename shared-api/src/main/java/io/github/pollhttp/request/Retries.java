package io.github.pollhttp.request;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.spi.BackendProvider;

/** Decides whether a request is sent again, and after which pause. Not final, so that TeaVM can leave it out. */
class Retries {
    /** The settings contain a factory, and it is null if nothing is retried. */
    interface Factory {
        Retries create(BackendProvider provider);
    }

    private static final double NANOS = 1e9;

    private final Backoff backoff;
    private final BackendProvider provider;
    private int count;
    private boolean resentAfterIdleClose;

    /** @param backoff null if the program has set no retry policy */
    Retries(Backoff backoff, BackendProvider provider) {
        this.backoff = backoff;
        this.provider = provider;
    }

    /**
     * Sends the request again if the failure may be temporary.
     *
     * @param why why it failed
     * @return whether the request is sent again
     */
    boolean retryFailure(RequestExecution execution, Why why) {
        Reason reason = why.reason();
        if (reason == null || !execution.request().isIdempotent()) {
            return false;
        }
        if (reason == Reason.CONNECTION_CLOSED_IDLE && !resentAfterIdleClose) {
            resentAfterIdleClose = true; // a server may always close an idle connection, so this needs no retry policy and does not count as a retry
            execution.sendAgain(execution.request(), 0);
            return true;
        }
        return backoff != null && retry(execution, backoff.pauseAfter(reason, count, provider));
    }

    /**
     * Sends the request again if its response may be temporary.
     *
     * @return whether the request is sent again
     */
    boolean retryResponse(RequestExecution execution) {
        return backoff != null && execution.request().isIdempotent()
                && retry(execution, backoff.pauseAfter(execution.client(), count, provider));
    }

    /** Counts a retry, unless the request would time out during the pause. */
    private boolean retry(RequestExecution execution, double seconds) {
        if (seconds == Backoff.NEVER || seconds * NANOS >= execution.nanosToTimeout()) {
            return false;
        }
        count++;
        execution.sendAgain(execution.request(), (long) (seconds * NANOS));
        return true;
    }
}
