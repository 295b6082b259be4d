package io.github.pollhttp.spi;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;

/** A backend's way to fail: thrown where it happens, and handed to the client as what it is. */
public final class BackendException extends Exception implements Fault {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /**
     * Makes one.
     *
     * @param failure what the program will be told
     */
    public BackendException(Failure failure) {
        super(failure.message(), failure.cause());
        this.failure = failure;
    }

    @Override
    public Failure failure() {
        return failure;
    }

    @Override
    public Status status() {
        return switch (failure.phase()) {
            case RESOLVE -> failure.reason() == Reason.TIMEOUT
                    ? Status.STATUS_CANT_CONNECT
                    : Status.STATUS_CANT_RESOLVE;
            case CONNECT, PROXY -> Status.STATUS_CANT_CONNECT;
            case TLS -> Status.STATUS_TLS_HANDSHAKE_ERROR;
            case REQUEST, RESPONSE_HEAD, BODY -> Status.STATUS_CONNECTION_ERROR;
        };
    }
}
