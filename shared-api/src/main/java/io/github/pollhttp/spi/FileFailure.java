package io.github.pollhttp.spi;

/** A file that cannot be opened, written or read. */
public final class FileFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient boolean opening;

    private FileFailure(boolean opening, String message, Throwable cause) {
        super(message, cause);
        this.opening = opening;
    }

    /**
     * The file could not be opened at all.
     *
     * @param message why, for a person
     * @param cause   the exception behind it, or null
     * @return the failure, to be thrown
     */
    public static FileFailure opening(String message, Throwable cause) {
        return new FileFailure(true, message, cause);
    }

    /**
     * The file was open.
     *
     * @param message what failed, for a person
     * @param cause   the exception behind it, or null
     * @return the failure, to be thrown
     */
    public static FileFailure using(String message, Throwable cause) {
        return new FileFailure(false, message, cause);
    }

    /**
     * Whether the file could not be opened.
     *
     * @return false if it was open and failed then
     */
    public boolean isOpening() {
        return opening;
    }
}
