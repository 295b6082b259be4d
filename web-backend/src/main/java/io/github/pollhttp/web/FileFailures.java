package io.github.pollhttp.web;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.spi.BackendFailure;

/** Explains why a file of a request body cannot be opened. There is an object only in a client that sends files, so that TeaVM leaves it out of others. */
class FileFailures {
    /** @return the failure, or null if the exchange has failed for another reason */
    BackendFailure failure(OriginUrl server, BrowserExchange failed) {
        String message = FileExchange.failure(failed);
        return message == null
                ? null
                : new BackendFailure() {
                    @Override
                    public Reason reason() {
                        return Reason.FILE_UNREADABLE;
                    }

                    @Override
                    public Failure failure() {
                        return new Failure(Phase.REQUEST, reason(),
                                server.getOrigin() + ": " + Quoted.sentence(message),
                                null);
                    }
                };
    }
}
