package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.Failure;
import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * How a request ended, without the URL that {@link HTTPResponse} adds.
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
     * @param message   a sentence for the user; null for a success
     * @param failure   the failure of the client, or null if the client did not fail
     * @param cancelled whether the program has cancelled the request
     */
    record Why(String message, Failure failure, boolean cancelled) {
        static final Why SUCCESS = new Why(null, null, false);
    }

    /** Made beforehand, because there may be no memory to make it. */
    static final RequestResult OUT_OF_MEMORY = rejected(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED,
            "The body does not fit into memory. Store it in a file with setDownloadFile, or limit it with setBodySizeLimit.");

    static final RequestResult THROWN = rejected(Result.RESULT_REQUEST_FAILED,
            "Code of the program that the request called, such as a cookie jar, threw an exception. poll() throws it after the listener.");

    static RequestResult failed(RequestFailure e, int code, List<String> headers) {
        return e.hidesResponse()
                ? new RequestResult(e.result(), 0, List.of(), NO_BODY, new Why(e.getMessage(), e.failure(), false))
                : new RequestResult(e.result(), code, headers, NO_BODY, new Why(e.getMessage(), e.failure(), false));
    }

    static RequestResult cancelled() {
        return new RequestResult(Result.RESULT_REQUEST_FAILED, 0, List.of(), NO_BODY,
                new Why("The request was cancelled.", null, true));
    }

    /** @param message why the request was not sent or not completed */
    static RequestResult rejected(String message) {
        return rejected(Result.RESULT_REQUEST_FAILED, message);
    }

    private static RequestResult rejected(Result result, String message) {
        return new RequestResult(result, 0, List.of(), NO_BODY, new Why(message, null, false));
    }

    /** @return the same result with the code and the headers of a response */
    RequestResult withResponse(int responseCode, List<String> responseHeaders) {
        return new RequestResult(result, responseCode, responseHeaders, body, why);
    }
}
