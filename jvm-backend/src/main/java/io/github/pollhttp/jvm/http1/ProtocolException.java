package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.Failure.Reason;

/** What came is no valid response: the one exception of the engine, translated in one place by whoever drives it. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    private ProtocolException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static ProtocolException malformed(String message) {
        return new ProtocolException(Reason.RESPONSE_MALFORMED, message);
    }

    static ProtocolException tooLarge(String message) {
        return new ProtocolException(Reason.RESPONSE_TOO_LARGE, message);
    }

    static ProtocolException truncated(String message) {
        return new ProtocolException(Reason.BODY_TRUNCATED, message);
    }

    public Reason reason() {
        return reason;
    }
}
