package io.github.pollhttp.jvm.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Thread pools for work that blocks or takes long, so that the game's thread does not wait for it. A pool has as many threads as tasks, because each
 * task may block, unless it has a limit. An idle thread stays for a few seconds, because starting one takes 0.1 ms. Daemon threads do not keep the
 * JVM running.
 */
public final class DaemonThreads implements ThreadFactory {
    private static final int KEPT_SECONDS = 5;

    private final String name;

    private DaemonThreads(String name) {
        this.name = name;
    }

    /**
     * Makes a pool.
     *
     * @param name the name of each of its threads
     */
    public static ExecutorService named(String name) {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                new DaemonThreads(name));
    }

    /**
     * Makes a pool with a limit. Further tasks wait in a queue, in their order.
     *
     * @param name the name of each of its threads
     * @param most the largest number of threads
     */
    public static ExecutorService named(String name, int most) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(most, most, KEPT_SECONDS, TimeUnit.SECONDS,
                new LinkedTransferQueue<>(), new DaemonThreads(name)); // this queue has no lock that the game's thread could wait for
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
