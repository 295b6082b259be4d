package io.github.pollhttp.internal;

/** Thrown by the checks of a program's arguments where they find the mistake. A client answers an error code for it. */
public final class RejectionException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient boolean unavailable;

    private RejectionException(boolean unavailable, String message) {
        super(message);
        this.unavailable = unavailable;
    }

    /**
     * For a wrong argument, or a call in the wrong state.
     *
     * @param message what is wrong with it
     * @return the exception, to be thrown
     */
    public static RejectionException invalid(String message) {
        return new RejectionException(false, message);
    }

    /**
     * For a correct call that this platform cannot carry out.
     *
     * @param message why it cannot
     * @return the exception, to be thrown
     */
    public static RejectionException unavailable(String message) {
        return new RejectionException(true, message);
    }

    /**
     * Whether the call was correct, but not for this platform.
     *
     * @return true for {@code ERR_UNAVAILABLE}, false for {@code ERR_INVALID_PARAMETER}
     */
    public boolean isUnavailable() {
        return unavailable;
    }
}
