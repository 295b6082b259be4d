package io.github.pollhttp.request;

import java.util.function.Supplier;

import io.github.pollhttp.request.HTTPRequest.Result;

/** Thrown by the parts of a request when it fails. {@link RequestExecution} retries the request or ends it with a result. */
final class RequestFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Why why;

    RequestFailure(Why why) {
        this.why = why;
    }

    /**
     * @param result  the result for the listener
     * @param message a sentence for the user
     */
    RequestFailure(Supplier<Result> result, Supplier<String> message) {
        this(new StatedWhy(false, result, message));
    }

    /**
     * For the parts that a program links only if it uses them.
     *
     * @param result  the result for the listener
     * @param message a sentence for the user
     */
    RequestFailure(Result result, String message) {
        this(() -> result, () -> message);
    }

    Why why() {
        return why;
    }
}
