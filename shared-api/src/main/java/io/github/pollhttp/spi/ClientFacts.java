package io.github.pollhttp.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a client knows, in the form in which the backend has given it. {@code HTTPRequest} keeps these objects instead of the texts that
 * {@code HTTPClient} makes of them, so that TeaVM leaves out all texts that a program does not ask for. Every client implements this interface.
 */
public interface ClientFacts {
    /**
     * Returns the head of the response.
     *
     * @return the head, or null without a response
     */
    @Nullable
    ResponseHead head();

    /**
     * Returns why the client has failed.
     *
     * @return the failure, or null if the client has not failed
     */
    @Nullable
    BackendFailure backendFailure();

    /**
     * Returns why the last call was not accepted.
     *
     * @return the rejection, or null if the call was accepted
     */
    @Nullable
    Rejection rejection();

    /** Lets the next request bypass the browser's HTTP cache, see {@link Backend#bypassCache}. */
    void bypassCache();

    /**
     * Lets the platform collect the body of the current response, see {@link Backend#collectBody}.
     *
     * @param limit the largest body that the caller accepts, in bytes
     * @return the body; null if the platform does not collect bodies
     */
    @Nullable
    CollectedBody collectBody(long limit);

    /**
     * Returns how long the client may wait before it checks its timeout again, see {@link Timeout#remainingNanos}.
     *
     * @return nanoseconds; {@link Long#MAX_VALUE} without a timeout
     */
    long remainingNanos();

    /**
     * Counts bytes of the collected body as read, with the same effects on the status as reading them.
     *
     * @param limit the most bytes to count, 1 or more; the read chunk size of the client is a limit, too
     * @return the number of bytes that are counted now for the first time; 0 if none have arrived
     */
    int countBody(int limit);
}
