package io.github.pollhttp.request;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.spi.Rejection;

/** A call of HTTPRequest that was not accepted, not because of its headers or its URL. One class for two reasons, because each class makes programs larger. */
final class CallRejection implements Rejection {
    private final boolean isBusy;

    /** @param isBusy true if another request is active; false if the method is CONNECT */
    CallRejection(boolean isBusy) {
        this.isBusy = isBusy;
    }

    @Override
    public ErrorCode code() {
        return isBusy ? ErrorCode.ERR_BUSY : ErrorCode.ERR_INVALID_PARAMETER;
    }

    @Override
    public String message() {
        return isBusy
                ? "Another request is active. Wait until it ends, or cancel it."
                : "HTTPRequest cannot send CONNECT, which has no URL. Use HTTPClient.";
    }
}
