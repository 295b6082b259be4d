package io.github.pollhttp.jvm;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where the slow parts of TLS run: reading trust stores, computing keys, checking certificates, asking whether they were revoked. There is no
 * limit on how many run at once, for one that waits for a responder must not hold up the others.
 */
final class TlsThreads {
    private static final ExecutorService THREADS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS,
            new SynchronousQueue<>(), TlsThreads::daemon);

    private TlsThreads() {}

    static <T> CompletableFuture<T> start(Callable<T> work) {
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

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "PollHTTP TLS");
        thread.setDaemon(true);
        return thread;
    }
}
