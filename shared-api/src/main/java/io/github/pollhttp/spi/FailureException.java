package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;

/** A failure that is thrown inside a backend, and reported to the client as a {@link BackendFailure}. */
public final class FailureException extends Exception implements BackendFailure {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /**
     * Creates an exception.
     *
     * @param failure the failure for the program
     */
    public FailureException(Failure failure) {
        super(failure.message(), failure.cause());
        this.failure = failure;
    }

    @Override
    public Reason reason() {
        return failure.reason();
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
