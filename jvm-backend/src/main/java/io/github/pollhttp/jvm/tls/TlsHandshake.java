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

/** Runs the TLS handshake on a connected stream and checks the certificate of the server. */
public final class TlsHandshake implements ConnectStep {
    private final StreamPeer stream;
    private final TlsFailures failures;
    private CompletableFuture<TlsRecords> first;
    private TlsRecords records;
    private final CloseScope opened = new CloseScope();

    /**
     * @param stream           connected to the endpoint, directly or through a tunnel
     * @param endpoint         the origin that the certificate must be valid for, its name in ASCII
     * @param options          how to check the certificate; null for the defaults
     * @param mayAskResponders whether to ask OCSP responders if the options say so; false if connections have to go through a proxy
     * @param failures         makes the failures of the handshake
     */
    public TlsHandshake(StreamPeer stream, Endpoint endpoint, TLSOptions options, boolean mayAskResponders,
            Failures failures) {
        this.stream = stream;
        this.failures = new TlsFailures(failures);
        opened.add(stream::close);
        // Loading a trust store and computing the first key take long enough to delay a frame, so another thread does it.
        ServerPolicy policy = new ServerPolicy(options == null ? TLSOptions.client() : options, mayAskResponders);
        this.first = TlsThreads.start(() -> begin(endpoint, policy));
    }

    private TlsRecords begin(Endpoint endpoint, ServerPolicy policy) throws GeneralSecurityException, IOException {
        TlsRecords begun = new TlsRecords(stream, TlsEngines.begin(endpoint, policy));
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
            throw new AssertionError("get() does not block after isDone()", e);
        } catch (IOException | RuntimeException e) { // a task of the engine may throw either of them
            throw failed(e);
        }
    }

    private FailureException failed(Throwable cause) {
        close();
        return failures.handshake(cause);
    }

    @Override
    public void awaitedBy(WaitSet waitSet) {
        if (opened.isClosed()) {
            waitSet.wake(); // do not wait for the end of the running task
        } else if (records == null) {
            waitSet.onCompletion(first);
        } else {
            records.awaitedBy(waitSet, false);
        }
    }

    /** Closes the stream without close_notify, because no data has been exchanged yet. */
    @Override
    public void close() {
        opened.close();
    }
}
