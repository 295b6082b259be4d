package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;

/**
 * A failure of the network or the server, as a backend reports it to the client. The message is built when the program asks for it, so that TeaVM
 * leaves all messages out of a program that never asks.
 */
public interface BackendFailure {
    /**
     * Returns the status that the client takes.
     *
     * @return {@code STATUS_CONNECTION_ERROR} if the client was connected; otherwise one of the three other failure statuses
     */
    default Status status() {
        return Status.STATUS_CONNECTION_ERROR;
    }

    /**
     * Returns the code that is returned by the poll that detects the failure. Later polls return the code of the status, which differs for a failed TLS
     * handshake (as in Godot).
     *
     * @return {@code ERR_CONNECTION_ERROR} if the client was connected; otherwise {@code ERR_CANT_RESOLVE} or {@code ERR_CANT_CONNECT}
     */
    default ErrorCode code() {
        return ErrorCode.ERR_CONNECTION_ERROR;
    }

    /**
     * Returns the kind of failure, without building a message.
     *
     * @return the reason of {@link #failure()}
     */
    Reason reason();

    /**
     * Whether CORS may have caused the failure, so that a request without headers of the program may succeed.
     *
     * @return true for {@link Reason#NETWORK_OR_CORS} and {@link Reason#CORS_REFUSED}; a browser may also return true for another failure before the
     *         response
     */
    default boolean mayBeCors() {
        return reason() == Reason.NETWORK_OR_CORS || reason() == Reason.CORS_REFUSED;
    }

    /**
     * Returns the failure for the program, with its message.
     *
     * @return the failure, never null
     */
    Failure failure();
}
