package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/** One wait of blocking mode: the thread sleeps in the kernel until one of the registered events occurs. */
public final class BlockingWaitSet extends WaitSet implements AutoCloseable {
    private final Selector selector;
    private long nanos;

    /** @param nanos longest wait, in nanoseconds */
    public BlockingWaitSet(long nanos) {
        this.nanos = nanos;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void onChannel(SelectableChannel channel, int operations) {
        try {
            channel.register(selector, operations);
        } catch (ClosedChannelException e) {
            wake(); // the next poll reports that the channel is closed
        }
    }

    @Override
    void noLongerThan(long otherNanos) {
        nanos = Math.min(nanos, otherNanos);
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    /** Waits for one of the registered events. An interrupt of this thread also ends the wait; its interrupt status stays set. */
    public void await() {
        try {
            // select(0) would wait without a limit, and its shortest timeout is a millisecond.
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unregisters the channels, so that the next wait can register them. */
    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
