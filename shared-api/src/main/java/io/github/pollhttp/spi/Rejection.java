package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.internal.RejectionException;

/**
 * Why a call was not accepted; nothing was done. The message is made only when a program asks for it, so that TeaVM leaves all messages out of
 * a browser program that never does.
 */
public interface Rejection {
    /**
     * Wraps what a check has thrown.
     *
     * @param exception says what is wrong
     * @return the same as a rejection
     */
    @SuppressWarnings("exports") // for our own modules, which see the internal package
    static Rejection of(RejectionException exception) {
        return new Rejection() {
            @Override
            public ErrorCode code() {
                return exception.isUnavailable() ? ErrorCode.ERR_UNAVAILABLE : ErrorCode.ERR_INVALID_PARAMETER;
            }

            @Override
            public String message() {
                return exception.getMessage();
            }
        };
    }

    /**
     * What the rejected call returns.
     *
     * @return {@code ERR_INVALID_PARAMETER}, or {@code ERR_UNAVAILABLE} for a correct call that this backend cannot carry out
     */
    default ErrorCode code() {
        return ErrorCode.ERR_INVALID_PARAMETER;
    }

    /**
     * Why the call was rejected, for the developer who wrote it.
     *
     * @return a sentence
     */
    String message();
}
