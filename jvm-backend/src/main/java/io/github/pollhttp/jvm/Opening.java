package io.github.pollhttp.jvm;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.spi.BackendException;

/** A step on the way to a connection, such as dialling, a proxy's tunnel, a TLS handshake: polled until it has a stream. */
interface Opening {
    /**
     * Goes on as far as that is possible without waiting.
     *
     * @return the stream, or null while it is not there yet
     * @throws BackendException if there will be none; the step has closed what it had opened
     */
    StreamPeer poll() throws BackendException;

    /** Says what would let {@link #poll} get further, for a program that wants to wait. */
    void awaitedBy(Readiness readiness);

    /** Gives up. Safe from any thread and at any time; closes what has been opened so far. */
    void close();
}
