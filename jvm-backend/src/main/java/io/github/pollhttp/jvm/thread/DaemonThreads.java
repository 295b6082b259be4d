package io.github.pollhttp.jvm.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for work that a game's thread must not wait for: as many as there is work, for any of it may be waiting. They are kept for a while, since
 * to start one takes a tenth of a millisecond, and keep no JVM from its end.
 */
public final class DaemonThreads implements ThreadFactory {
    private static final int KEPT_SECONDS = 5;

    private final String name;

    private DaemonThreads(String name) {
        this.name = name;
    }

    /** @param name of each thread */
    public static ExecutorService named(String name) {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                new DaemonThreads(name));
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
