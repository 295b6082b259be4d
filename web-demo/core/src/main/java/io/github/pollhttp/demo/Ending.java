package io.github.pollhttp.demo;

import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.HTTPClient.Status;

/**
 * How a case ends.
 *
 * @param status the last status
 * @param code   the response code, 0 without a response
 */
public record Ending(Status status, int code) {
    static final Ending OK = answered(ResponseCode.RESPONSE_OK);
    /** All that a browser says of a network error, and of a refusal by CORS. */
    static final Ending NETWORK_ERROR = new Ending(Status.STATUS_CONNECTION_ERROR, 0);

    static Ending answered(int code) {
        return new Ending(Status.STATUS_CONNECTED, code);
    }
}
