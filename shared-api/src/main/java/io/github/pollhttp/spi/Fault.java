package io.github.pollhttp.spi;

import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient.Status;

/**
 * That the network or the server failed; the client turns it into a status in one place. What it says to the program is made when the program
 * asks: a browser program that never does links none of the sentences.
 */
public interface Fault {
    /**
     * Where it leads.
     *
     * @return {@code STATUS_CONNECTION_ERROR}, unless the connection was never made
     */
    default Status status() {
        return Status.STATUS_CONNECTION_ERROR;
    }

    /**
     * What the program will be told.
     *
     * @return the failure
     */
    Failure failure();
}
