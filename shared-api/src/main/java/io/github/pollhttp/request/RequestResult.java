package io.github.pollhttp.request;

import java.util.List;
import java.util.function.Supplier;

import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.ResponseBody;
import io.github.pollhttp.spi.ResponseHead;

/**
 * How a request ended, without the URL that {@link HTTPResponse} adds.
 *
 * @param head the head of the response; null if there is none, or it must not be shown
 * @param body the body; empty after a failure, or if the body was written to a file
 * @param why  why the request failed; null after a success
 */
record RequestResult(ResponseHead head, ResponseBody body, Why why) {
    /** Made beforehand, because there may be no memory to make it. */
    static final RequestResult OUT_OF_MEMORY = failed(new BasicWhy(BasicWhy.OUT_OF_MEMORY), null);

    static final RequestResult THROWN = failed(new BasicWhy(BasicWhy.THROWN), null);

    static final RequestResult CANCELLED = failed(new BasicWhy(BasicWhy.CANCELLED), null);

    /** @param head the head of the response, kept */
    static RequestResult success(ResponseHead head, ResponseBody body) {
        return new RequestResult(head, body, null);
    }

    /** @param head the head of the response, kept, or null without one */
    static RequestResult failed(Why why, ResponseHead head) {
        return new RequestResult(why.hidesResponse() ? null : head, ArrayBody.EMPTY, why);
    }

    /** @param message why the request was not sent or not completed */
    static RequestResult of(Result result, Supplier<String> message) {
        return new RequestResult(null, ArrayBody.EMPTY,
                result == Result.RESULT_SUCCESS ? null : new StatedWhy(false, () -> result, message));
    }

    /** @return the same result with the head of a response, kept */
    RequestResult withHead(ResponseHead response) {
        return new RequestResult(response, body, why);
    }

    /** @return the response code, or 0 without a response */
    int code() {
        return head == null ? 0 : head.code();
    }

    /** @return the header lines of the response, none without a response */
    List<String> headers() {
        return head == null ? List.of() : head.headers();
    }

    /** @return the values of one header field, none without a response */
    List<String> header(String name) {
        return head == null ? List.of() : head.header(name);
    }

    Result result() {
        return why == null ? Result.RESULT_SUCCESS : why.result();
    }
}
