package io.github.pollhttp.bench.peer;

import io.github.pollhttp.bench.wire.Answer;

/** A connection that works only while it is polled. */
interface PolledConnection {
    /**
     * Starts a request, which is sent as soon as the connection is open.
     *
     * @param content the body of a POST; null for a GET
     */
    void begin(String path, byte[] content, Answer answer);

    /**
     * Does the work that is possible without waiting.
     *
     * @param budgetNanos the longest time of this call, in nanoseconds
     * @return true if the response is complete
     */
    boolean poll(long budgetNanos);

    /** Polls the connection while no request is active. */
    void pollIdle();

    void close();
}
