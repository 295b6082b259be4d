package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One wait of blocking mode: what is under way says what it waits for, and the thread sleeps in the kernel until some of it is there. A game
 * that does not block never makes one.
 */
public final class WaitSet implements AutoCloseable {
    private final Selector selector;
    private long nanos;

    /** @param nanos how long to wait at most */
    public WaitSet(long nanos) {
        this.nanos = nanos;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param operations some of {@link SelectionKey}'s */
    void onChannel(SelectableChannel channel, int operations) {
        try {
            channel.register(selector, operations);
        } catch (ClosedChannelException e) {
            wake(); // the next poll will find that out
        }
    }

    public void onCompletion(CompletableFuture<?> work) {
        work.whenComplete((result, failure) -> wake());
    }

    /** Something else has to be looked at by then. */
    void noLongerThan(long otherNanos) {
        nanos = Math.min(nanos, otherNanos);
    }

    /** Ends the wait at once, also one that has not begun; from any thread. */
    public void wake() {
        selector.wakeup();
    }

    /** An interrupt of this thread ends the wait, too, and stays to be seen by others. */
    public void await() {
        try {
            // A select of 0 would wait for ever; a millisecond is the shortest that it knows.
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The channels are free for another wait. */
    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
