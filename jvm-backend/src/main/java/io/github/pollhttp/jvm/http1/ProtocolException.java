package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.Failure.Reason;

/**
 * Thrown if a response violates HTTP/1.1 or a limit. It is the only exception of this package, and does not know the host: the caller translates it
 * into a failure.
 */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    private ProtocolException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** @param message what is wrong, as a sentence that follows "https://host: ", so it begins in lower case */
    static ProtocolException malformed(String message) {
        return new ProtocolException(Reason.RESPONSE_MALFORMED, message);
    }

    /** @param message which part of the response is too large, and its limit; in lower case and without a full stop */
    static ProtocolException tooLarge(String message) {
        return new ProtocolException(Reason.RESPONSE_TOO_LARGE,
                message + ". If you expect such responses, raise the ResponseLimits.");
    }

    /** @param message what is too large, and its limit, which no setting raises; in lower case and without a full stop */
    static ProtocolException beyondFixedLimit(String message) {
        return new ProtocolException(Reason.RESPONSE_TOO_LARGE, message + ".");
    }

    /** @param message where the response ended, in lower case */
    static ProtocolException truncated(String message) {
        return new ProtocolException(Reason.BODY_TRUNCATED, message);
    }

    public Reason reason() {
        return reason;
    }
}
