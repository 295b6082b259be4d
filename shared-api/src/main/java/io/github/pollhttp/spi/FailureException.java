package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;

/** A backend's way to fail: thrown where it happens, and handed to the client as what it is. */
public final class FailureException extends Exception implements BackendFailure {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /**
     * Makes one.
     *
     * @param failure what the program will be told
     */
    public FailureException(Failure failure) {
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

    @Override
    public ErrorCode code() {
        return switch (status()) {
            case STATUS_CANT_RESOLVE -> ErrorCode.ERR_CANT_RESOLVE;
            case STATUS_CANT_CONNECT, STATUS_TLS_HANDSHAKE_ERROR -> ErrorCode.ERR_CANT_CONNECT;
            default -> ErrorCode.ERR_CONNECTION_ERROR;
        };
    }
}
