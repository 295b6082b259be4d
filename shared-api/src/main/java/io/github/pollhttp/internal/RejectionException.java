package io.github.pollhttp.internal;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Thrown by the checks of a program's arguments. The client turns it into an error code, see {@link io.github.pollhttp.spi.Rejection}. */
public final class RejectionException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient boolean unavailable;
    private final transient Supplier<String> text;

    private RejectionException(boolean unavailable, @Nullable String message, Supplier<String> text) {
        super(message);
        this.unavailable = unavailable;
        this.text = text;
    }

    /**
     * Creates the rejection of a wrong argument.
     *
     * @param message a sentence for the developer: what is wrong, and what to do
     * @return the exception, for the caller to throw
     */
    public static RejectionException invalid(String message) {
        return new RejectionException(false, message, () -> message);
    }

    /**
     * Creates the rejection of a wrong argument, for a check that browser programs link although they may never ask for its message.
     *
     * @param message builds a sentence for the developer: what is wrong, and what to do
     * @return the exception, for the caller to throw
     */
    public static RejectionException invalid(Supplier<String> message) {
        return new RejectionException(false, null, message);
    }

    /**
     * Creates the rejection of a correct call that the platform cannot carry out.
     *
     * @param message a sentence for the developer: why it cannot, and what to do
     * @return the exception, for the caller to throw
     */
    public static RejectionException unavailable(String message) {
        return new RejectionException(true, message, () -> message);
    }

    /**
     * Returns the message. It is built by this method instead of {@link #getMessage()}, because TeaVM links every {@code getMessage()}.
     *
     * @return a sentence for the developer
     */
    public String message() {
        return text.get();
    }

    /**
     * Returns what builds the message.
     *
     * @return a function that returns {@link #message()}
     */
    public Supplier<String> text() {
        return text;
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
