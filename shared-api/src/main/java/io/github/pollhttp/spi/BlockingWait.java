package io.github.pollhttp.spi;

/** Waits in blocking mode. It is not part of {@link Backend}, so that TeaVM leaves it out of a program that never blocks. */
public interface BlockingWait {
    /**
     * Waits until the next poll or read may make progress. It may return earlier, because the caller tries again.
     *
     * @param nanos the longest wait, in nanoseconds
     * @return false if the thread was interrupted, so that the waiting call must return
     */
    boolean await(long nanos);
}
