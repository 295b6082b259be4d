package io.github.pollhttp.request;

import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BackendProvider;

/**
 * The total timeout of a request.
 *
 * <p>
 * The time between two steps counts as at most one second, and as at most half of the timeout. Bytes move only during steps, so a program that did
 * not poll for long (a hidden tab, a debugger) must not cause a timeout, and must have time left for the bytes that arrive afterwards. A body that has
 * arrived in the meantime is taken first: a step that takes a part of it, or waits for memory to take it, does not end the request, unless the timeout
 * was exceeded by some seconds, because a server may send without an end. After the whole body has arrived, the timeout is no longer checked.
 *
 * <p>
 * Not final, so that TeaVM can leave it out of programs that set no timeout.
 */
class TotalTimeout {
    /** The settings contain a factory, and it is null without a timeout. */
    interface Factory {
        TotalTimeout create(BackendProvider provider);
    }

    private static final long LONGEST_STEP = 1_000_000_000L;

    /** One longest step, and a second to take what has arrived. */
    private static final long GRACE = 2 * LONGEST_STEP;

    private final long limit;
    private final BackendProvider provider;
    private long last;
    private long elapsed;

    /** @param limit in nanoseconds, more than 0 */
    TotalTimeout(long limit, BackendProvider provider) {
        this.limit = limit;
        this.provider = provider;
        last = provider.nanoTime();
    }

    private void count() {
        long now = provider.nanoTime();
        elapsed += Math.min(now - last, longestStep());
        last = now;
    }

    private long longestStep() {
        return Math.min(LONGEST_STEP, limit - limit / 2);
    }

    /** @return how long the next step may wait, in nanoseconds; not longer than the time that counts */
    long nanosToCheck() {
        return Math.min(longestStep(), limit - elapsed + 1);
    }

    /**
     * Adds the time since the last call, and checks whether the timeout has passed.
     *
     * @param progressed whether the last step made progress
     * @param transfer   the transfer of the body, null before it begins
     * @param request    the request, for the message
     * @throws RequestFailure if the timeout has passed
     */
    void check(boolean progressed, BodyTransfer transfer, RequestSpec request) throws RequestFailure {
        count();
        boolean receiving = transfer != null && (progressed || transfer.awaitsPlace);
        boolean complete = transfer != null && transfer.complete;
        if (!complete && elapsed > (receiving ? limit + GRACE : limit)) {
            throw new RequestFailure(new StatedWhy(true, () -> Result.RESULT_TIMEOUT, () -> "The request for "
                    + request.url().quoted()
                    + " did not complete within the timeout. Raise setTimeout if it needs longer."));
        }
    }

    /** @return nanoseconds until the request times out; negative if they have passed */
    long nanosLeft() {
        return limit - elapsed;
    }
}
