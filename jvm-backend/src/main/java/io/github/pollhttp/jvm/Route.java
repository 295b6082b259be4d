package io.github.pollhttp.jvm;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.spi.BackendException;

/** The way to an origin in steps: dialling, then perhaps a proxy's tunnel, then perhaps TLS, each on the stream of the one before. */
final class Route implements Opening {
    private final Dialer dialer;
    private final Queue<Step> stepsAhead;
    private volatile Opening current;
    private volatile boolean closed;

    /** What follows on a stream that is open. */
    interface Step {
        Opening over(StreamPeer stream) throws BackendException;
    }

    Route(Dialer dialer, List<Step> steps) {
        this.dialer = dialer;
        this.stepsAhead = new ArrayDeque<>(steps);
        this.current = dialer;
    }

    boolean isResolving() {
        return dialer.isResolving();
    }

    @Override
    public StreamPeer poll() throws BackendException {
        StreamPeer stream = current.poll();
        while (stream != null && !stepsAhead.isEmpty()) {
            begin(stepsAhead.remove(), stream);
            stream = current.poll();
        }
        return stream;
    }

    private void begin(Step step, StreamPeer stream) throws BackendException {
        try {
            current = step.over(stream);
        } catch (BackendException e) {
            stream.close();
            throw e;
        }
        if (closed) {
            current.close(); // close() came from another thread and has met the step before
        }
    }

    @Override
    public void awaitedBy(Readiness readiness) {
        current.awaitedBy(readiness);
    }

    @Override
    public void close() {
        closed = true;
        current.close();
    }
}
