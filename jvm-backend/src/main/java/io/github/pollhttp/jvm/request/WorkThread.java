package io.github.pollhttp.jvm.request;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;

import io.github.pollhttp.jvm.thread.DaemonThreads;
import io.github.pollhttp.spi.BackgroundWork;

/** Runs background work, each on its own thread. A thread sleeps for a short time when its work has nothing to do. */
final class WorkThread {
    /** In nanoseconds. Short at first, because more bytes soon arrive on a fast network; each sleep is twice as long as the last, up to 2 ms. */
    private static final long SHORTEST_SLEEP = 50_000;
    private static final long LONGEST_SLEEP = 2_000_000;

    private static final ExecutorService THREADS = DaemonThreads.named("PollHTTP memory");

    private WorkThread() {}

    /** @param atEnd called on the thread after the work is done */
    static void start(BackgroundWork work, Runnable atEnd) {
        THREADS.execute(() -> {
            run(work);
            atEnd.run();
        });
    }

    /** Work whose step throws must end, because its request would wait for it forever. */
    private static void run(BackgroundWork work) {
        try {
            runSteps(work);
        } catch (Throwable e) {
            work.abandon(e);
        }
    }

    private static void runSteps(BackgroundWork work) {
        long sleep = SHORTEST_SLEEP;
        while (!work.isDone()) {
            if (work.step()) {
                sleep = SHORTEST_SLEEP;
            } else {
                LockSupport.parkNanos(sleep);
                sleep = Math.min(2 * sleep, LONGEST_SLEEP);
            }
        }
    }
}
