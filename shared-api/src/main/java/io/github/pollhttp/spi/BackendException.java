package io.github.pollhttp.spi;

import io.github.pollhttp.Failure;

/** The one way in which a backend reports that the network or the server failed; the client turns it into a status in one place. */
public final class BackendException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /**
     * Makes one.
     *
     * @param failure what the program will be told
     */
    public BackendException(Failure failure) {
        super(failure.message(), failure.cause());
        this.failure = failure;
    }

    /**
     * What failed.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }
}
