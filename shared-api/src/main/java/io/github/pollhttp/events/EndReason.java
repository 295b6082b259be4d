package io.github.pollhttp.events;

import java.util.List;
import java.util.function.Supplier;

import io.github.pollhttp.Failure;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;

/**
 * Builds the message why a stream has ended. One class with an int for each reason, because a lambda for each would make every browser program larger,
 * even one that never asks for the message.
 */
final class EndReason implements Supplier<String> {
    private static final int STREAM_ENDED = 0;
    private static final int CLIENT_REJECTED = 1;
    private static final int EVENT_TOO_LARGE = 2;
    private static final int NO_EVENT_STREAM = 3;

    private final int kind;
    /** A {@link BackendFailure}, a {@link Rejection} or a {@link ResponseHead}; null if there is none. */
    private final Object cause;
    private final RequestUrl url;
    private final int limit;

    private EndReason(int kind, Object cause, RequestUrl url, int limit) {
        this.kind = kind;
        this.cause = cause;
        this.url = url;
        this.limit = limit;
    }

    /** @param failure why the client has failed; null if the server has ended the stream */
    static EndReason streamEnded(BackendFailure failure) {
        return new EndReason(STREAM_ENDED, failure, null, 0);
    }

    static EndReason clientRejected(Rejection rejection) {
        return new EndReason(CLIENT_REJECTED, rejection, null, 0);
    }

    /** @param limit the largest number of bytes of an event */
    static EndReason eventTooLarge(int limit) {
        return new EndReason(EVENT_TOO_LARGE, null, null, limit);
    }

    /** @param head the head of a response that is no event stream */
    static EndReason noEventStream(ResponseHead head, RequestUrl url) {
        return new EndReason(NO_EVENT_STREAM, head, url, 0);
    }

    /** @return the failure of the client; null if the client did not fail */
    Failure failure() {
        return kind == STREAM_ENDED && cause != null ? ((BackendFailure) cause).failure() : null;
    }

    @Override
    public String get() {
        return switch (kind) {
            case STREAM_ENDED ->
                cause == null ? "The server ended the stream." : failure().message();
            case CLIENT_REJECTED -> ((Rejection) cause).message();
            case EVENT_TOO_LARGE ->
                "The server sent an event of more than " + limit + " bytes. Raise the limit with setMaxEventSize.";
            default -> "The server answered " + url.quoted() + " with " + reasonAgainst((ResponseHead) cause);
        };
    }

    private static String reasonAgainst(ResponseHead head) {
        if (head.code() == 204) {
            return "204, which tells clients not to reconnect.";
        }
        if (head.code() != 200) {
            return head.code() + ", but an event stream needs 200.";
        }
        List<String> types = head.header("Content-Type");
        return (types.isEmpty() ? "no Content-Type" : "the Content-Type " + Quoted.text(types.get(0)))
                + ", but an event stream needs " + StreamTarget.EVENT_STREAM + ".";
    }
}
