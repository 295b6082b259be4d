package io.github.pollhttp.jvm.tls;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.pollhttp.jvm.thread.DaemonThreads;

/**
 * Where the slow parts of TLS run: reading trust stores, computing keys, checking certificates, asking whether they were revoked. There are as
 * many threads as there is work, for one that waits for a responder must not hold up the others; but of those that compute only as many go on at
 * once as half of the cores are, so that thirty handshakes leave one to the game.
 */
final class TlsThreads {
    private static final ExecutorService THREADS = DaemonThreads.named("PollHTTP TLS");
    private static final Semaphore CORES = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            true);

    /** Who has had to wait that long goes on beside the others: one of them may be waiting for an answer, and not computing. */
    private static final long PATIENCE_MILLIS = 250;

    private TlsThreads() {}

    static <T> CompletableFuture<T> start(Callable<T> work) {
        return startWaiting(() -> {
            boolean ours = CORES.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return work.call();
            } finally {
                if (ours) {
                    CORES.release();
                }
            }
        });
    }

    /** For work that does little but wait. */
    static <T> CompletableFuture<T> startWaiting(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        THREADS.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e); // whoever asks for the result is told
            }
        });
        return result;
    }
}
