package io.github.pollhttp.jvm.net;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.StreamPeer;

/** A step on the way to a connection, such as dialling, a proxy's tunnel, a TLS handshake: polled until it has a stream. */
public interface ConnectStep {
    /**
     * Goes on as far as that is possible without waiting.
     *
     * @return the stream, or null while it is not there yet
     * @throws FailureException if there will be none; the step has closed what it had opened
     */
    StreamPeer poll() throws FailureException;

    /** Says what would let {@link #poll} get further, for a program that wants to wait. */
    void awaitedBy(WaitSet readiness);

    /** Gives up. Safe from any thread and at any time; closes what has been opened so far. */
    void close();
}
