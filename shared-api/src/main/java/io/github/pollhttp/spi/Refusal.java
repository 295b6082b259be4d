package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;

/** A call that is refused before anything was done, with the error code for the program and a sentence for the person who wrote it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;

    private Refusal(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * A wrong argument or a wrong state.
     *
     * @param message what is wrong with it
     * @return the refusal, to be thrown
     */
    public static Refusal invalid(String message) {
        return new Refusal(ErrorCode.ERR_INVALID_PARAMETER, message);
    }

    /**
     * A wish that this backend cannot fulfil.
     *
     * @param message why it cannot
     * @return the refusal, to be thrown
     */
    public static Refusal unavailable(String message) {
        return new Refusal(ErrorCode.ERR_UNAVAILABLE, message);
    }

    /**
     * What the refused call answers.
     *
     * @return {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE}
     */
    public ErrorCode code() {
        return code;
    }
}
