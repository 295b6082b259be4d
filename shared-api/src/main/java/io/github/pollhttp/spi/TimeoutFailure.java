package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;

/** A timeout of a client has passed. */
final class TimeoutFailure implements BackendFailure {
    private final Status during;
    private final String origin;

    /**
     * @param during the status in which it has passed
     * @param origin the origin for the message, which the backend soon may not know any more
     */
    TimeoutFailure(Status during, String origin) {
        this.during = during;
        this.origin = origin;
    }

    @Override
    public Status status() {
        boolean connecting = during == Status.STATUS_RESOLVING || during == Status.STATUS_CONNECTING;
        return connecting ? Status.STATUS_CANT_CONNECT : Status.STATUS_CONNECTION_ERROR;
    }

    @Override
    public ErrorCode code() {
        return status() == Status.STATUS_CANT_CONNECT ? ErrorCode.ERR_CANT_CONNECT : ErrorCode.ERR_CONNECTION_ERROR;
    }

    @Override
    public Reason reason() {
        return Reason.TIMEOUT;
    }

    @Override
    public Failure failure() {
        return switch (during) {
            case STATUS_RESOLVING -> in(Phase.RESOLVE, "the name was not resolved");
            case STATUS_CONNECTING -> in(Phase.CONNECT, "no connection was made");
            case STATUS_REQUESTING -> in(Phase.RESPONSE_HEAD, "nothing more came");
            default -> in(Phase.BODY, "nothing more came");
        };
    }

    private Failure in(Phase phase, String what) {
        return new Failure(phase, Reason.TIMEOUT, origin + ": " + what
                + " within the time limit; check the network, or set a longer one", null);
    }
}
