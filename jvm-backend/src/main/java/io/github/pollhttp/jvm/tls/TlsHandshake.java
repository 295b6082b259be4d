package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.net.CloseScope;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.net.WaitSet;

/** From a connected stream to one that is encrypted, with a peer that has shown who it is. */
public final class TlsHandshake implements ConnectStep {
    private final StreamPeer stream;
    private final TlsFailures failures;
    private CompletableFuture<TlsRecords> first;
    private TlsRecords records;
    private final CloseScope opened = new CloseScope();

    /**
     * @param stream   connected to the endpoint, directly or through a tunnel
     * @param endpoint whom the certificate has to be for, its name in ASCII
     * @param options  how to check it; null for the defaults
     */
    public TlsHandshake(StreamPeer stream, Endpoint endpoint, TLSOptions options, Failures failures) {
        this.stream = stream;
        this.failures = new TlsFailures(failures);
        opened.add(stream::close);
        // Reading a trust store and computing the first key take long enough to be seen in a frame.
        this.first = TlsThreads.start(() -> begin(endpoint, options == null ? TLSOptions.client() : options));
    }

    private TlsRecords begin(Endpoint endpoint, TLSOptions options) throws GeneralSecurityException, IOException {
        TlsRecords begun = new TlsRecords(stream, TlsEngines.begin(endpoint, options));
        begun.prepareFlight();
        return begun;
    }

    @Override
    public StreamPeer poll() throws FailureException {
        try {
            if (records == null) {
                if (!first.isDone()) {
                    return null;
                }
                records = first.get();
                first = null;
            }
            return records.shakeHands() ? new TlsStream(stream, records) : null;
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError("an engine that is there makes nobody wait", e);
        } catch (IOException | RuntimeException e) { // a task of the engine may throw either
            throw failed(e);
        }
    }

    private FailureException failed(Throwable cause) {
        close();
        return failures.handshake(cause);
    }

    @Override
    public void awaitedBy(WaitSet readiness) {
        if (opened.isClosed()) {
            readiness.wake(); // a task goes on, and nobody waits for it any more
        } else if (records == null) {
            readiness.onCompletion(first);
        } else {
            records.awaitedBy(readiness, false);
        }
    }

    /** Without a word to the peer, to which nothing has been promised yet. */
    @Override
    public void close() {
        opened.close();
    }
}
