package io.github.pollhttp.request;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.Rejection;

/**
 * The reasons that every program links. All are of one class, with an int for each, because a browser program gets about 100 bytes larger by each
 * lambda or constant of an enum, even if it never asks for the sentence.
 */
final class BasicWhy extends Why {
    static final int CANCELLED = 0;
    static final int THROWN = 1;
    static final int OUT_OF_MEMORY = 2;
    private static final int TOO_LARGE = 3;
    private static final int WRONG_LENGTH = 4;
    private static final int NO_RESPONSE = 5;
    private static final int CLIENT_FAILED = 6;
    private static final int NOT_CONNECTED = 7;
    private static final int NOT_SENT = 8;

    private final int kind;
    /** A {@link BackendFailure} or a {@link Rejection}; null if the kind needs none. */
    private final Object cause;
    private final long number;
    private final long announced;

    private BasicWhy(int kind, Object cause, long number, long announced) {
        super(kind >= WRONG_LENGTH && kind <= CLIENT_FAILED);
        this.kind = kind;
        this.cause = cause;
        this.number = number;
        this.announced = announced;
    }

    /** @param kind one of the constants that need nothing else */
    BasicWhy(int kind) {
        this(kind, null, 0, 0);
    }

    /** @param limit the largest body that the program accepts, in bytes */
    static Why tooLarge(long limit) {
        return new BasicWhy(TOO_LARGE, null, limit, 0);
    }

    /**
     * @param readBytes how many bytes have arrived
     * @param announced how many the server has announced
     */
    static Why wrongLength(long readBytes, long announced) {
        return new BasicWhy(WRONG_LENGTH, null, readBytes, announced);
    }

    /**
     * @param client        a client that has failed
     * @param stallsTimeOut whether the program has set a stall timeout
     */
    static Why clientFailed(ClientFacts client, boolean stallsTimeOut) {
        BackendFailure failed = client.backendFailure();
        return new BasicWhy(failed == null ? NO_RESPONSE : CLIENT_FAILED, failed, stallsTimeOut ? 1 : 0, 0);
    }

    /** @param why why the client did not connect */
    static Why notConnected(Rejection why) {
        return new BasicWhy(NOT_CONNECTED, why, 0, 0);
    }

    /** @param why why the request was not sent */
    static Why notSent(Rejection why) {
        return new BasicWhy(NOT_SENT, why, 0, 0);
    }

    @Override
    Result result() {
        return switch (kind) {
            case OUT_OF_MEMORY, TOO_LARGE -> Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED;
            case WRONG_LENGTH -> Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH;
            case NO_RESPONSE -> Result.RESULT_NO_RESPONSE;
            case CLIENT_FAILED -> result((BackendFailure) cause, number > 0);
            case NOT_CONNECTED -> Result.RESULT_CANT_CONNECT;
            default -> Result.RESULT_REQUEST_FAILED;
        };
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

    @Override
    String text() {
        return switch (kind) {
            case CANCELLED -> "The request was cancelled.";
            case THROWN ->
                "Code of the program that the request called, such as a cookie jar, threw an exception. poll() throws it after the listener.";
            case OUT_OF_MEMORY ->
                "The body does not fit into memory. Store it in a file with setDownloadFile, or limit it with setBodySizeLimit.";
            case TOO_LARGE -> "The body has more than " + number
                    + " bytes. Raise setBodySizeLimit. More than 2 GiB need setDownloadFile.";
            case WRONG_LENGTH ->
                "The body has " + number + " bytes or more, but the server announced " + announced + ".";
            case NO_RESPONSE -> "The connection ended without a response.";
            case CLIENT_FAILED -> failure().message();
            default -> ((Rejection) cause).message();
        };
    }

    @Override
    Failure failure() {
        return kind == CLIENT_FAILED ? ((BackendFailure) cause).failure() : null;
    }

    @Override
    Reason reason() {
        return kind == CLIENT_FAILED ? ((BackendFailure) cause).reason() : null;
    }
}
