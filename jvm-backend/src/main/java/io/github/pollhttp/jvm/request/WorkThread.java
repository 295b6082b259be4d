package io.github.pollhttp.jvm.request;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.pollhttp.spi.BackgroundWork;

/** Threads of which each has one request, or one array, at a time: it works while there is something to do, and naps between two looks when there is not. */
final class WorkThread {
    /** Short at first, for on a fast network more comes at once; doubled up to a fraction of a frame, so that waiting costs next to nothing. */
    private static final long SHORTEST_NAP = 50_000;
    private static final long LONGEST_NAP = 2_000_000;

    /** As many as there is work, for any of it may be waiting; kept for a while, since to start one takes a tenth of a millisecond. */
    private static final ExecutorService THREADS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS,
            new SynchronousQueue<>(), WorkThread::daemon);

    private WorkThread() {}

    static void start(BackgroundWork work) {
        THREADS.execute(() -> run(work));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "PollHTTP request");
        thread.setDaemon(true);
        return thread;
    }

    private static void run(BackgroundWork work) {
        long nap = SHORTEST_NAP;
        while (!work.isDone()) {
            if (work.step()) {
                nap = SHORTEST_NAP;
            } else {
                LockSupport.parkNanos(nap);
                nap = Math.min(2 * nap, LONGEST_NAP);
            }
        }
    }
}
