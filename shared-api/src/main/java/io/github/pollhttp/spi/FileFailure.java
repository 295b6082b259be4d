package io.github.pollhttp.spi;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.Quoted;

/** A file could not be opened, written or read. */
public final class FileFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient boolean opening;

    private FileFailure(boolean opening, String message, @Nullable Throwable cause) {
        super(Quoted.sentence(message), cause); // a path may be made of what a server has sent
        this.opening = opening;
    }

    /**
     * Creates the failure of a file that could not be opened.
     *
     * @param message a sentence for a person: the file and what happened
     * @param cause   the exception that caused it, or null
     * @return the failure, for the caller to throw
     */
    public static FileFailure opening(String message, @Nullable Throwable cause) {
        return new FileFailure(true, message, cause);
    }

    /**
     * Creates the failure of a file that was open, and then could not be written or read.
     *
     * @param message a sentence for a person: the file and what happened
     * @param cause   the exception that caused it, or null
     * @return the failure, for the caller to throw
     */
    public static FileFailure using(String message, @Nullable Throwable cause) {
        return new FileFailure(false, message, cause);
    }

    /**
     * Whether the file could not be opened.
     *
     * @return true if it could not be opened; false if it was open and failed later
     */
    public boolean isOpening() {
        return opening;
    }
}
