package io.github.pollhttp;

import io.github.pollhttp.request.HTTPRequest;

/**
 * The codes that calls return: those members of Godot's {@code @GlobalScope.Error} that this library uses, with Godot's numbers.
 *
 * <p>
 * The name differs from Godot's because {@code java.lang} already has a class {@code Error}.
 */
public enum ErrorCode {
    /** The call was accepted: it is done, or the work has started. */
    OK(0),
    /**
     * Rejected: the call is correct, but this platform cannot carry it out, or strict portable mode forbids it. {@link HTTPClient#getRejection()}
     * tells why.
     */
    ERR_UNAVAILABLE(2),
    /** The client is not connected. */
    ERR_UNCONFIGURED(3),
    /** Failure: the connection could not be opened, the connect timeout has passed, or the TLS handshake has just failed. Not in the browser. */
    ERR_CANT_CONNECT(25),
    /** Failure: the host's name could not be resolved. Not in the browser. */
    ERR_CANT_RESOLVE(26),
    /**
     * Failure: the connection broke, the response was malformed or too large, or the read timeout has passed. In the browser any network error, and a
     * response that CORS denies.
     */
    ERR_CONNECTION_ERROR(27),
    /** Rejected: an argument is wrong, or the client is in the wrong status. {@link HTTPClient#getRejection()} tells why. */
    ERR_INVALID_PARAMETER(31),
    /** Rejected: the previous request of the {@link HTTPRequest} has not ended yet. The call did nothing. */
    ERR_BUSY(44);

    private final int value;

    ErrorCode(int value) {
        this.value = value;
    }

    /**
     * Returns Godot's number of the code.
     *
     * @return the value of the constant of the same name in Godot's {@code @GlobalScope.Error}
     */
    public int value() {
        return value;
    }
}
