package io.github.pollhttp.internal;

/** Thrown by the checks of a program's arguments. The client turns it into an error code, see {@link io.github.pollhttp.spi.Rejection}. */
public final class RejectionException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient boolean unavailable;

    private RejectionException(boolean unavailable, String message) {
        super(message);
        this.unavailable = unavailable;
    }

    /**
     * Creates the rejection of a wrong argument.
     *
     * @param message a sentence for the developer: what is wrong, and what to do
     * @return the exception, for the caller to throw
     */
    public static RejectionException invalid(String message) {
        return new RejectionException(false, message);
    }

    /**
     * Creates the rejection of a correct call that the platform cannot carry out.
     *
     * @param message a sentence for the developer: why it cannot, and what to do
     * @return the exception, for the caller to throw
     */
    public static RejectionException unavailable(String message) {
        return new RejectionException(true, message);
    }

    /**
     * Whether the call was correct, but the platform cannot carry it out.
     *
     * @return true for {@code ERR_UNAVAILABLE}, false for {@code ERR_INVALID_PARAMETER}
     */
    public boolean isUnavailable() {
        return unavailable;
    }
}
