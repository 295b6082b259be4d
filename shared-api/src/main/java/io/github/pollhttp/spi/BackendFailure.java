package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient.Status;

/**
 * That the network or the server failed; the client turns it into a status in one place. What it says to the program is made when the program
 * asks: a browser program that never does links none of the sentences.
 */
public interface BackendFailure {
    /**
     * Where it leads.
     *
     * @return {@code STATUS_CONNECTION_ERROR}, unless the connection was never made
     */
    default Status status() {
        return Status.STATUS_CONNECTION_ERROR;
    }

    /**
     * What the poll answers that finds it out; later ones answer by the status. They differ for a handshake, as in Godot.
     *
     * @return {@code ERR_CONNECTION_ERROR}, unless the connection was never made
     */
    default ErrorCode code() {
        return ErrorCode.ERR_CONNECTION_ERROR;
    }

    /**
     * What the program will be told.
     *
     * @return the failure
     */
    Failure failure();
}
