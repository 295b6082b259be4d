package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.internal.RejectionException;

/**
 * A call that was not accepted, and why. The message is built when the program asks for it, so that TeaVM leaves all messages out of a program that
 * never asks.
 */
public interface Rejection {
    /**
     * Creates a rejection from the exception of a check.
     *
     * @param exception the exception, with code and message
     * @return a rejection with the same code and message
     */
    @SuppressWarnings("exports") // called only by the modules of PollHTTP, to which the package is exported
    static Rejection of(RejectionException exception) {
        return new Rejection() {
            @Override
            public ErrorCode code() {
                return exception.isUnavailable() ? ErrorCode.ERR_UNAVAILABLE : ErrorCode.ERR_INVALID_PARAMETER;
            }

            @Override
            public String message() {
                return exception.message();
            }
        };
    }

    /**
     * Returns the code that the rejected call returns.
     *
     * @return {@code ERR_INVALID_PARAMETER}, or {@code ERR_UNAVAILABLE} for a correct call that this backend cannot carry out
     */
    default ErrorCode code() {
        return ErrorCode.ERR_INVALID_PARAMETER;
    }

    /**
     * Returns why the call was rejected.
     *
     * @return a sentence for the developer
     */
    String message();
}
