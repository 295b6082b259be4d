package io.github.pollhttp.jvm.tls;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.pollhttp.jvm.thread.DaemonThreads;

/**
 * Runs the slow parts of TLS: reading trust stores, computing keys, checking certificates, asking OCSP responders. It does not know the tasks.
 *
 * <p>
 * Each task gets a thread at once, so that a task that waits for a responder does not delay the others. A task that computes needs a permit too.
 * There are half as many permits as cores, so that thirty handshakes leave cores to the game.
 */
final class TlsThreads {
    private static final ExecutorService THREADS = DaemonThreads.named("PollHTTP TLS");
    private static final Semaphore PERMITS = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            true);

    /** After this wait a task starts without a permit, because the holder of a permit may be blocked on network I/O. */
    private static final long LONGEST_WAIT_FOR_PERMIT_MILLIS = 250;

    private TlsThreads() {}

    /**
     * Starts a task that mainly computes, once it has a permit.
     *
     * @param work the task
     * @return completes with the task's result or with the exception that it throws
     */
    static <T> CompletableFuture<T> start(Callable<T> work) {
        return startWaiting(() -> {
            boolean permitted = PERMITS.tryAcquire(LONGEST_WAIT_FOR_PERMIT_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return work.call();
            } finally {
                if (permitted) {
                    PERMITS.release();
                }
            }
        });
    }

    /**
     * Starts a task that mainly waits, without a permit.
     *
     * @param work the task
     * @return completes with the task's result or with the exception that it throws
     */
    static <T> CompletableFuture<T> startWaiting(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        THREADS.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e); // the caller gets it from the future
            }
        });
        return result;
    }
}
