package io.github.pollhttp.events;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;

/**
 * The listener for streams that have ended, and the responses that it has not received yet. A source makes this object only when the program sets a
 * listener, so that TeaVM leaves {@link HTTPResponse} out of other programs. Therefore it is not final.
 */
class EndedStreams {
    private static final int NO_CONTENT = 204;

    private final ArrayDeque<HTTPResponse> unreported = new ArrayDeque<>();
    private Consumer<HTTPResponse> listener;

    void setListener(Consumer<HTTPResponse> newListener) {
        listener = newListener;
    }

    /**
     * Adds a stream that has ended.
     *
     * @param isTooLarge whether an event was larger than the limit
     * @param message    builds the reason why the source has closed it; null if the program has closed it
     */
    void add(StreamRequest request, boolean isTooLarge, Supplier<String> message) {
        unreported.add(message == null
                ? HTTPResponse.cancelled(request.target().url().toString())
                : response(request, isTooLarge, message));
    }

    private static HTTPResponse response(StreamRequest request, boolean isTooLarge, Supplier<String> message) {
        HTTPResponse response = HTTPResponse.of(result(request, isTooLarge), request.lastUrl(), message)
                .withRedirects(request.target().redirects());
        return request.isAnswered() ? response.withHead(request.responseHead()) : response;
    }

    private static Result result(StreamRequest request, boolean isTooLarge) {
        if (isTooLarge) {
            return Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED;
        }
        if (request.target().isRedirectedTooOften()) {
            return Result.RESULT_REDIRECT_LIMIT_REACHED;
        }
        boolean over = request.isAnswered() && request.responseCode() == NO_CONTENT;
        return over ? Result.RESULT_SUCCESS : Result.RESULT_REQUEST_FAILED;
    }

    /** Calls the listener for each stream that has ended. The listener may open and close streams, and throw. */
    void report() {
        HTTPResponse next = unreported.poll();
        while (next != null) {
            if (listener != null) {
                listener.accept(next);
            }
            next = unreported.poll();
        }
    }
}
