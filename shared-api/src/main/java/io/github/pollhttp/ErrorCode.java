package io.github.pollhttp;

import io.github.pollhttp.request.HTTPRequest;

/**
 * What a call answers: the members of Godot's {@code @GlobalScope.Error} that this library returns, with Godot's numbers.
 *
 * <p>
 * The name differs from Godot's because {@code java.lang} owns {@code Error}.
 */
public enum ErrorCode {
    /** The call did what it was asked to do, or has begun to. */
    OK(0),
    /** This backend cannot do that at all; {@link HTTPClient#getRejection()} says why. */
    ERR_UNAVAILABLE(2),
    /** {@code poll()} without a connection. */
    ERR_UNCONFIGURED(3),
    /** No connection was made: refused, unreachable, timed out, or the TLS handshake has just failed. */
    ERR_CANT_CONNECT(25),
    /** The host's name could not be resolved. */
    ERR_CANT_RESOLVE(26),
    /** The connection broke, or what came over it was no HTTP. In the browser a CORS refusal, too. */
    ERR_CONNECTION_ERROR(27),
    /** An argument is wrong, or the client is in the wrong state; nothing was done, and {@link HTTPClient#getRejection()} says why. */
    ERR_INVALID_PARAMETER(31),
    /** An {@link HTTPRequest} whose last request has not ended yet; nothing was done. */
    ERR_BUSY(44);

    private final int value;

    ErrorCode(int value) {
        this.value = value;
    }

    /**
     * Godot's number.
     *
     * @return the value of the constant of the same name in Godot's {@code @GlobalScope.Error}
     */
    public int value() {
        return value;
    }
}
