package io.github.pollhttp.demo;

import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.HTTPClient.Status;

/**
 * The end of a case.
 *
 * @param status the last status
 * @param code   the response code, 0 without a response
 */
public record Ending(Status status, int code) {
    static final Ending OK = answered(ResponseCode.RESPONSE_OK);
    /** The end of a network error and of a CORS rejection, which a browser does not tell apart. */
    static final Ending NETWORK_ERROR = new Ending(Status.STATUS_CONNECTION_ERROR, 0);

    static Ending answered(int code) {
        return new Ending(Status.STATUS_CONNECTED, code);
    }
}
