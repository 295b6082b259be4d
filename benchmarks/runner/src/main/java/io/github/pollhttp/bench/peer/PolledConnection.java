package io.github.pollhttp.bench.peer;

import io.github.pollhttp.bench.wire.Answer;

/** One connection that goes on only while it is polled. */
interface PolledConnection {
    /** As soon as it is connected, a request goes out. @param content null for a GET */
    void begin(String path, byte[] content, Answer answer);

    /**
     * Gets as far as it can without waiting.
     *
     * @param budgetNanos how long it may go on while there is more to do
     * @return whether the answer is whole
     */
    boolean poll(long budgetNanos);

    /** Looks after the connection while nothing is asked for. */
    void pollIdle();

    void close();
}
