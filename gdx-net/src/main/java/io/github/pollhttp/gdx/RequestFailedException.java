package io.github.pollhttp.gdx;

import com.badlogic.gdx.utils.GdxRuntimeException;

import io.github.pollhttp.request.HTTPResponse;

/** Why a request of {@link PollNet} has no response. The message is a sentence that can be shown to the player. */
public final class RequestFailedException extends GdxRuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HTTPResponse response;

    RequestFailedException(HTTPResponse response) {
        super(response.message());
        this.response = response;
    }

    RequestFailedException(HTTPResponse response, Throwable cause) {
        super(response.message(), cause);
        this.response = response;
    }

    /**
     * Returns how the request ended. Its {@link HTTPResponse#result} tells a time limit from a refused connection, and its
     * {@link HTTPResponse#failure} has the exact reason.
     *
     * @return a response that is not {@linkplain HTTPResponse#isOk ok}; null after deserialization
     */
    public HTTPResponse response() {
        return response;
    }
}
