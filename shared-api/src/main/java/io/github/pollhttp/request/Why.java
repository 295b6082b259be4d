package io.github.pollhttp.request;

import java.util.function.Supplier;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.Sentence;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.ClientFacts;

/**
 * Why a request was not completed. Result, sentence and failure are built when the program asks for them, so that TeaVM leaves them out of a program
 * that does not ask. Immutable.
 */
final class Why {
    private final Supplier<Result> result;
    private final Supplier<String> message;
    /** Null if the client did not fail. */
    private final BackendFailure failed;
    private final boolean hidesResponse;

    private Why(Supplier<Result> result, Supplier<String> message, BackendFailure failed, boolean hidesResponse) {
        this.result = result;
        this.message = message;
        this.failed = failed;
        this.hidesResponse = hidesResponse;
    }

    /**
     * @param result  the result for the listener
     * @param message a sentence for the user
     */
    Why(Supplier<Result> result, Supplier<String> message) {
        this(result, message, null, false);
    }

    /** @return the same for a response that is incomplete or did not arrive */
    Why hidingResponse() {
        return new Why(result, message, failed, true);
    }

    /**
     * @param client        a client that has failed
     * @param stallsTimeOut whether the program has set a stall timeout
     */
    static Why clientFailed(ClientFacts client, boolean stallsTimeOut) {
        BackendFailure failed = client.backendFailure();
        if (failed == null) {
            return new Why(() -> Result.RESULT_NO_RESPONSE, () -> "The connection ended without a response.")
                    .hidingResponse();
        }
        return new Why(() -> result(failed, stallsTimeOut), () -> failed.failure().message(), failed, true);
    }

    private static Result result(BackendFailure failed, boolean stallsTimeOut) {
        if (stallsTimeOut && failed.reason() == Reason.TIMEOUT) {
            return Result.RESULT_TIMEOUT;
        }
        if (failed.reason() == Reason.FILE_UNREADABLE) {
            return Result.RESULT_REQUEST_FAILED;
        }
        return switch (failed.status()) {
            case STATUS_CANT_RESOLVE -> Result.RESULT_CANT_RESOLVE;
            case STATUS_CANT_CONNECT -> Result.RESULT_CANT_CONNECT;
            case STATUS_TLS_HANDSHAKE_ERROR -> Result.RESULT_TLS_HANDSHAKE_ERROR;
            default -> Result.RESULT_CONNECTION_ERROR;
        };
    }

    Result result() {
        return result.get();
    }

    /** @return a sentence for the user, with a full stop */
    String message() {
        return Sentence.ended(message.get());
    }

    /** @return the failure of the client, or null if the client did not fail */
    Failure failure() {
        return failed == null ? null : failed.failure();
    }

    /** @return the kind of the client's failure, or null if the client did not fail */
    Reason reason() {
        return failed == null ? null : failed.reason();
    }

    /**
     * Whether the listener gets no response code and no headers, because no response arrived or it is incomplete. As in Godot, this protects
     * programs that check only the code: they never see the 200 of an incomplete response.
     */
    boolean hidesResponse() {
        return hidesResponse;
    }
}
