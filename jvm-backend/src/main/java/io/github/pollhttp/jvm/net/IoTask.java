package io.github.pollhttp.jvm.net;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.pollhttp.spi.BackgroundWork;

/** A work of an {@link IoLoop}, and what it waits for. */
final class IoTask extends WaitSet {
    /** How long a work runs before the others get their turn. */
    private static final long SLICE_NANOS = 1_000_000;

    /**
     * The wait of a work that waits for an event but has registered none: for memory, or on Windows for a virus scanner that has the finished file
     * open. Both last for milliseconds.
     */
    private static final long UNWATCHED_NANOS = 2_000_000;

    /** An hour stands for a wait without an end, so that the sum with a time is a time. */
    private static final long LONGEST_WAIT_NANOS = 3_600_000_000_000L;

    private final BackgroundWork work;
    private final Selector selector;
    private final List<SelectionKey> keys = new ArrayList<>(1);

    /** Set by any thread. */
    private volatile boolean woken = true;
    private boolean watched;
    private long dueAt;

    IoTask(BackgroundWork work, Selector selector) {
        this.work = work;
        this.selector = selector;
    }

    /** @return 0 or less if the work is due */
    long nanosUntilDue(long now) {
        return woken ? 0 : dueAt - now;
    }

    boolean isDone() {
        return work.isDone();
    }

    /** Ends the work without another step. */
    void abandon(Throwable thrown) {
        work.abandon(thrown);
    }

    /** Makes steps until one makes no progress, or the slice is used up. */
    void run() {
        woken = false; // before the steps, so that no event is lost
        watched = false;
        long start = System.nanoTime();
        dueAt = start + LONGEST_WAIT_NANOS;
        if (step(start)) {
            woken = true;
        } else {
            noLongerThan(work.nanosToNextStep());
            noLongerThan(watched || work.isPausing() ? LONGEST_WAIT_NANOS : UNWATCHED_NANOS);
        }
    }

    /** A work whose step throws must end, because its request would wait for it forever. */
    private boolean step(long start) {
        boolean progressed;
        try {
            do {
                progressed = work.step();
            } while (progressed && !work.isDone() && System.nanoTime() - start < SLICE_NANOS);
        } catch (Throwable e) {
            work.abandon(e);
            progressed = true;
        }
        return progressed;
    }

    @Override
    void onChannel(SelectableChannel channel, int operations) {
        try {
            SelectionKey key = channel.register(selector, operations, this);
            if (!keys.contains(key)) {
                keys.add(key);
            }
            watched = true;
        } catch (ClosedChannelException | CancelledKeyException e) {
            wake(); // the next step reports that the channel is closed
        }
    }

    @Override
    public void onCompletion(CompletableFuture<?> future) {
        super.onCompletion(future);
        watched = true;
    }

    @Override
    void noLongerThan(long nanos) {
        dueAt = Math.min(dueAt, System.nanoTime() + Math.min(nanos, LONGEST_WAIT_NANOS));
    }

    /** Called on the thread of the loop, which needs no wake-up. */
    void noteReady() {
        woken = true;
    }

    @Override
    public void wake() {
        woken = true;
        selector.wakeup();
    }

    /** Unregisters the channels, because the JDK keeps the socket of a registered channel that is closed until the next select. */
    void forgetChannels() {
        for (SelectionKey key : keys) {
            key.cancel();
        }
    }
}
