package io.github.pollhttp.request;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.request.HTTPRequest.Result;

/** Thrown by the parts of a request when it fails. {@link RequestExecution} retries the request or turns the failure into a result. */
final class RequestFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Result result;
    private final transient Failure failure;

    RequestFailure(Result result, String message) {
        this(result, message, null);
    }

    /** @param failure the failure of the client, or null if the client did not fail */
    RequestFailure(Result result, String message, Failure failure) {
        super(message);
        this.result = result;
        this.failure = failure;
    }

    /** @return the failure of a client that has failed */
    static RequestFailure of(HTTPClient client, Settings settings) {
        Failure failure = client.getFailure();
        if (failure == null) {
            return new RequestFailure(Result.RESULT_NO_RESPONSE, "The connection ended without a response.");
        }
        boolean stalled = failure.reason() == Reason.TIMEOUT && settings.stallTimeout > 0;
        return new RequestFailure(stalled ? Result.RESULT_TIMEOUT : result(client), failure.message(), failure);
    }

    private static Result result(HTTPClient client) {
        return switch (client.getStatus()) {
            case STATUS_CANT_RESOLVE -> Result.RESULT_CANT_RESOLVE;
            case STATUS_CANT_CONNECT -> Result.RESULT_CANT_CONNECT;
            case STATUS_TLS_HANDSHAKE_ERROR -> Result.RESULT_TLS_HANDSHAKE_ERROR;
            default -> Result.RESULT_CONNECTION_ERROR;
        };
    }

    Result result() {
        return result;
    }

    Failure failure() {
        return failure;
    }

    /**
     * Whether the listener gets no response code and no headers, because no response arrived or it is incomplete. As in Godot, this protects
     * programs that check only the code: they never see the 200 of an incomplete response.
     */
    boolean hidesResponse() {
        return switch (result) {
            case RESULT_CANT_CONNECT, RESULT_CANT_RESOLVE, RESULT_CONNECTION_ERROR, RESULT_TLS_HANDSHAKE_ERROR,
                    RESULT_NO_RESPONSE, RESULT_TIMEOUT, RESULT_CHUNKED_BODY_SIZE_MISMATCH ->
                true;
            default -> false;
        };
    }
}
