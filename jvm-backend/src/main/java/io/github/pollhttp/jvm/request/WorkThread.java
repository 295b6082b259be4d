package io.github.pollhttp.jvm.request;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;

import io.github.pollhttp.jvm.thread.DaemonThreads;
import io.github.pollhttp.spi.BackgroundWork;

/** Threads of which each has one request, or one array, at a time: it works while there is something to do, and naps between two looks when there is not. */
final class WorkThread {
    /** Short at first, for on a fast network more comes at once; doubled up to a fraction of a frame, so that waiting costs next to nothing. */
    private static final long SHORTEST_NAP = 50_000;
    private static final long LONGEST_NAP = 2_000_000;

    private static final ExecutorService THREADS = DaemonThreads.named("PollHTTP request");

    private WorkThread() {}

    static void start(BackgroundWork work) {
        THREADS.execute(() -> run(work));
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
