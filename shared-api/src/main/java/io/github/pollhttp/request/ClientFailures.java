package io.github.pollhttp.request;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPRequest.Result;

/** Which result a client's failure status is. */
final class ClientFailures {
    private ClientFailures() {}

    static RequestFailure of(HTTPClient client, Settings settings) {
        Failure failure = client.getFailure();
        if (failure == null) {
            return new RequestFailure(Result.RESULT_NO_RESPONSE, "the connection ended without a response");
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
}
