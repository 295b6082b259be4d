package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;

/** The checks' way to refuse a call: thrown where the fault is found, and handed to the client as what it is. */
public final class Refusal extends Exception implements Refused {
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

    @Override
    public ErrorCode code() {
        return code;
    }

    @Override
    public String sentence() {
        return getMessage();
    }
}
