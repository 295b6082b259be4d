package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.HTTPClient.Status;

/** Shows a run while it happens. */
public interface DemoView {
    /**
     * A status has been reached.
     *
     * @param status which
     */
    void passed(Status status);

    /**
     * The head of the response is there.
     *
     * @param code    its code
     * @param headers its lines
     */
    void answered(int code, List<String> headers);

    /**
     * More of the body has been read; at most once a frame.
     *
     * @param transfer how far it has come
     */
    void progressed(Transfer transfer);

    /**
     * A piece of a body that is text.
     *
     * @param piece what comes next
     */
    void read(String piece);

    /**
     * The run is over.
     *
     * @param result how
     */
    void ended(DemoResult result);
}
