package io.github.pollhttp.spi;

/** A body that the platform receives and keeps without waiting for the program, see {@link Backend#collectBody}. No method blocks. */
public interface CollectedBody extends ResponseBody {
    /**
     * Does a piece of the work that makes one array of the bytes. Called after the last byte has arrived, once a poll until it returns true. The
     * platform does the other pieces between the polls.
     *
     * @return true if nothing is left to do
     * @throws OutOfMemoryError if there is no memory for the array
     */
    boolean join();

    /** Deletes the bytes. May be called repeatedly. */
    void discard();
}
