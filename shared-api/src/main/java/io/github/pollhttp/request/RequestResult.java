package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.Failure;
import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * What a request has come to.
 *
 * @param result  success, or what failed
 * @param code    the response code, 0 without a response
 * @param headers the response's header lines
 * @param body    the body, empty if it failed or went into a file
 * @param why     why it failed
 */
record RequestResult(Result result, int code, List<String> headers, byte[] body, Why why) {
    private static final byte[] NO_BODY = {};

    /**
     * Why a request failed.
     *
     * @param message a sentence; null for a success
     * @param failure the client's failure, or null if it was not the network that failed
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
        return rejected("the request was cancelled");
    }

    /** @param why a sentence */
    static RequestResult rejected(String why) {
        return failed(new RequestFailure(Result.RESULT_REQUEST_FAILED, why), 0, List.of());
    }
}
