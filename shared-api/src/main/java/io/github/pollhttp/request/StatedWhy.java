package io.github.pollhttp.request;

import java.util.function.Supplier;

import io.github.pollhttp.request.HTTPRequest.Result;

/** A reason that a part of a request states, which a program links only if it uses the part. */
final class StatedWhy extends Why {
    private final Supplier<Result> result;
    private final Supplier<String> message;

    /**
     * @param hidesResponse whether the response is incomplete or did not arrive
     * @param result        the result for the listener
     * @param message       a sentence for the user
     */
    StatedWhy(boolean hidesResponse, Supplier<Result> result, Supplier<String> message) {
        super(hidesResponse);
        this.result = result;
        this.message = message;
    }

    @Override
    Result result() {
        return result.get();
    }

    @Override
    String text() {
        return message.get();
    }
}
