package io.github.pollhttp.jvm.net;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Closes everything that was opened on the way to a connection. A resource that is added after {@link #close()} is closed at once, so that a
 * close() on another thread cannot miss a socket that is being opened at the same moment. Each resource is closed once. Safe from any thread;
 * no call waits for another thread.
 */
public final class CloseScope {
    private final Queue<Closeable> opened = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** A resource, or what closes it. */
    public interface Closeable {
        /** Closes the resource without waiting and without an exception. */
        void close();
    }

    /**
     * Registers a resource that has just been opened.
     *
     * @param resource is closed on the thread that calls {@link #close()}, or now and on this thread if the scope is already closed
     */
    public void add(Closeable resource) {
        opened.add(resource);
        if (closed) {
            close(); // the close() of the other thread may have ended before the resource was added
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /** Closes all resources in the order in which they were added. Further calls have no effect. */
    public void close() {
        closed = true;
        for (Closeable resource = opened.poll(); resource != null; resource = opened.poll()) {
            resource.close();
        }
    }
}
