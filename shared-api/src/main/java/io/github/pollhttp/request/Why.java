package io.github.pollhttp.request;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.Sentence;
import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * Why a request was not completed. Result, sentence and failure are built when the program asks for them, so that TeaVM leaves them out of a program
 * that does not ask. Immutable.
 */
abstract class Why {
    private final boolean hidesResponse;

    /** @param hidesResponse see {@link #hidesResponse()} */
    Why(boolean hidesResponse) {
        this.hidesResponse = hidesResponse;
    }

    /** @return the result for the listener */
    abstract Result result();

    /** @return a sentence for the user, with a full stop */
    final String message() {
        return Sentence.ended(text());
    }

    /** @return the sentence, with or without a full stop */
    abstract String text();

    /** @return the failure of the client, or null if the client did not fail */
    Failure failure() {
        return null;
    }

    /** @return the kind of the client's failure, or null if the client did not fail */
    Reason reason() {
        return null;
    }

    /**
     * Whether the listener gets no response code and no headers, because no response arrived or it is incomplete. As in Godot, this protects
     * programs that check only the code: they never see the 200 of an incomplete response.
     */
    final boolean hidesResponse() {
        return hidesResponse;
    }
}
