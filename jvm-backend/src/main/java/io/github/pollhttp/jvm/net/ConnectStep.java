package io.github.pollhttp.jvm.net;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.StreamPeer;

/** A step to a connection, such as dialling, a proxy's tunnel or a TLS handshake. It is polled until it returns a stream. */
public interface ConnectStep extends CloseScope.Closeable {
    /**
     * Continues as far as possible without waiting.
     *
     * @return the stream, or null while the step has not ended
     * @throws FailureException if the step has failed; it has closed everything that it had opened
     */
    StreamPeer poll() throws FailureException;

    /** Registers the events that would let {@link #poll} continue. Called in blocking mode only. */
    void awaitedBy(WaitSet waitSet);

    /** Ends the step and closes everything that it has opened. Safe from any thread, at any time and repeatedly; does not wait. */
    @Override
    void close();
}
