package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.Failure;
import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * The arguments of the listener, and the reason of a failure.
 *
 * @param result  success, or the kind of failure
 * @param code    the response code, or 0 without a response
 * @param headers the header lines of the response, empty without a response
 * @param body    the body; empty after a failure, or if the body was written to a file
 * @param why     the reason of a failure, {@link Why#SUCCESS} without one
 */
record RequestResult(Result result, int code, List<String> headers, byte[] body, Why why) {
    private static final byte[] NO_BODY = {};

    /**
     * The reason of a failure.
     *
     * @param message a sentence for the user; null for a success
     * @param failure the failure of the client, or null if the client did not fail
     */
    record Why(String message, Failure failure) {
        static final Why SUCCESS = new Why(null, null);
    }

    static RequestResult failed(RequestFailure e, int code, List<String> headers) {
        return e.hidesResponse()
                ? new RequestResult(e.result(), 0, List.of(), NO_BODY, new Why(e.getMessage(), e.failure()))
                : new RequestResult(e.result(), code, headers, NO_BODY, new Why(e.getMessage(), e.failure()));
    }

    static RequestResult cancelled() {
        return rejected("The request was cancelled.");
    }

    /** @param message why the request was not sent or not completed */
    static RequestResult rejected(String message) {
        return failed(new RequestFailure(Result.RESULT_REQUEST_FAILED, message), 0, List.of());
    }
}
