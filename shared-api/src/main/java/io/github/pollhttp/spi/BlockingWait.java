package io.github.pollhttp.spi;

/** Waits in blocking mode. It is apart from {@link Backend}, so that a browser program which never blocks links nothing of it. */
public interface BlockingWait {
    /**
     * Waits until a poll or a read may get further. It may end earlier, and no harm is done.
     *
     * @param nanos how long at most
     * @return false if this thread has been interrupted, so that the call which waits shall end
     */
    boolean await(long nanos);
}
