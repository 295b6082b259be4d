package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.HTTPClient.Status;

/** Shows a run while it happens. */
public interface DemoView {
    /**
     * The client has reached a status.
     *
     * @param status the status
     */
    void passed(Status status);

    /**
     * The head of the response has arrived.
     *
     * @param code    the response code
     * @param headers header lines, {@code Name: value}
     */
    void answered(int code, List<String> headers);

    /**
     * More of the body was read. Called at most once a frame.
     *
     * @param transfer bytes read so far
     */
    void progressed(Transfer transfer);

    /**
     * A piece of a text body was read.
     *
     * @param piece the next characters
     */
    void read(String piece);

    /**
     * The run is over.
     *
     * @param result the result
     */
    void ended(DemoResult result);
}
