package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import io.github.pollhttp.spi.BackgroundWork;

/**
 * Runs any number of works on one thread, which sleeps in a {@link Selector} while none can make progress. A work waits by its connection: a poll on
 * this thread that finds nothing registers what it waits for, see {@link #waitSet}. A work is stepped when such an event has occurred, when it was
 * woken, and after {@link BackgroundWork#nanosToNextStep}. That is at most a second for a work with a timeout, because a timeout counts at most a
 * second for the time between two steps. The thread is a daemon and ends when it had no work for a while.
 */
public final class IoLoop {
    /** How long the thread stays without work. Starting one takes 0.1 ms. */
    private static final long KEPT_NANOS = 5_000_000_000L;

    private final String name;
    private final Queue<IoTask> added = new ConcurrentLinkedQueue<>();
    private volatile boolean allAreDue;

    /** Null if the thread has ended. Guarded by this object. */
    private LoopThread thread;

    /** Opened with the first work, and kept. */
    private volatile Selector selector;

    /** @param name the name of the thread */
    public IoLoop(String name) {
        this.name = name;
    }

    /** @return collects the events that end the wait of the work that runs on the calling thread; null on any thread that is not one of a loop */
    public static WaitSet waitSet() {
        return Thread.currentThread() instanceof LoopThread loop ? loop.current : null;
    }

    /**
     * Begins a work. Does not wait for its first step.
     *
     * @throws OutOfMemoryError if the system has no further thread
     */
    public synchronized void start(BackgroundWork work) {
        if (thread == null) {
            selector = selector == null ? open() : selector;
            LoopThread started = new LoopThread();
            started.start();
            thread = started;
        }
        added.add(new IoTask(work, selector));
        selector.wakeup();
    }

    private static Selector open() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets each work make a step soon, because something has changed that its connection does not notice, such as a cancellation. */
    public void wake() {
        Selector current = selector;
        if (current != null) {
            allAreDue = true;
            current.wakeup();
        }
    }

    /** @return whether the thread is to end: only if no work was added at the last moment */
    private synchronized boolean ends() {
        if (!added.isEmpty()) {
            return false;
        }
        thread = null;
        return true;
    }

    private final class LoopThread extends Thread {
        private final List<IoTask> tasks = new ArrayList<>();
        private IoTask current;

        LoopThread() {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                runTasks();
            } catch (Throwable e) { // such as an OutOfMemoryError
                abandonAll(e);
            }
        }

        private void runTasks() {
            boolean rested = false;
            while (!(rested && tasks.isEmpty() && ends())) {
                takeAdded();
                long wait = stepDueTasks();
                rested = tasks.isEmpty();
                select(wait);
            }
        }

        /** Ends all works, because each request must end. The next work starts a new thread. */
        private void abandonAll(Throwable thrown) {
            synchronized (IoLoop.this) {
                thread = null;
                for (IoTask task = added.poll(); task != null; task = added.poll()) {
                    task.abandon(thrown);
                }
            }
            for (IoTask task : tasks) {
                task.abandon(thrown);
                task.forgetChannels();
            }
        }

        private void takeAdded() {
            for (IoTask task = added.poll(); task != null; task = added.poll()) {
                tasks.add(task);
            }
        }

        /** @return how long all tasks can wait, in nanoseconds; 0 if one cannot */
        private long stepDueTasks() {
            boolean all = allAreDue;
            allAreDue = false;
            long now = System.nanoTime();
            long wait = Long.MAX_VALUE;
            for (int i = tasks.size() - 1; i >= 0; i--) {
                current = tasks.get(i);
                if (all || current.nanosUntilDue(now) <= 0) {
                    current.run();
                    Thread.interrupted(); // clears what code of the program, such as a redirect hook, has set: no select would wait
                }
                if (current.isDone()) {
                    current.forgetChannels();
                    tasks.set(i, tasks.get(tasks.size() - 1));
                    tasks.remove(tasks.size() - 1);
                } else {
                    wait = Math.min(wait, current.nanosUntilDue(now));
                }
            }
            current = null;
            return tasks.isEmpty() ? KEPT_NANOS : wait;
        }

        private void select(long nanos) {
            try {
                if (nanos <= 0) {
                    selector.selectNow();
                } else {
                    selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
                }
                ReadyKeys.take(selector, this::noteReady);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Each registration is for one event, because a task that does not read at the moment must not wake the thread again and again. */
        private void noteReady(SelectionKey key) {
            try {
                key.interestOps(0);
            } catch (CancelledKeyException e) {
                // another thread has just closed the channel, which the next step of the task reports
            }
            ((IoTask) key.attachment()).noteReady();
        }
    }
}
