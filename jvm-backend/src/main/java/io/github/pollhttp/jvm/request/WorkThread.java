package io.github.pollhttp.jvm.request;

import java.util.concurrent.ExecutorService;

import io.github.pollhttp.jvm.thread.DaemonThreads;
import io.github.pollhttp.spi.BackgroundWork;

/** Runs work that takes long, such as the allocation of a large array, each on its own thread. */
final class WorkThread {
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
            while (!work.isDone()) {
                work.step();
            }
        } catch (Throwable e) {
            work.abandon(e);
        }
    }
}
