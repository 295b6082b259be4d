package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches all connections that have been idle for a while, with one {@link Selector}. Without it, each poll of an idle connection would read from
 * its socket and find nothing. 1000 such reads take 0.6 ms of a game's frame; one select takes about 0.001 ms for any number of connections.
 *
 * <p>
 * A connection stays registered until it is closed, even while a request uses it. Cancelling the registration for each request, and registering the
 * connection again afterwards, would cost more than the reads that the watch saves. All methods are thread-safe, and none of them waits.
 */
final class IdleWatch {
    /** The result of a select is used for this long, about the time that the polls of one frame take. */
    private static final long FRESH_NANOS = 1_000_000;

    /** Null if the system cannot open one. Then each poll reads its connection. */
    private static final Selector SELECTOR = open();

    /**
     * Number of calls of {@link #select} since it was last 0. A {@link Selector} serves one thread at a time, so only the call that raises the number
     * from 0 selects. It repeats {@link Selector#selectNow} until no other call has come meanwhile, and then sets the number to 0. Every other call
     * only raises the number and returns at once.
     */
    private static final AtomicInteger PENDING = new AtomicInteger();
    private static volatile boolean failed;
    private static volatile long selectedAt = System.nanoTime() - FRESH_NANOS;

    /** True if bytes or a close may have arrived. True at first, so that the first poll reads the connection. */
    private volatile boolean maybeNews = true;

    private IdleWatch() {}

    private static Selector open() {
        try {
            return Selector.open();
        } catch (IOException e) {
            return null;
        }
    }

    static IdleWatch over(SocketChannel channel) {
        IdleWatch watch = new IdleWatch();
        try {
            if (SELECTOR != null) {
                channel.register(SELECTOR, SelectionKey.OP_READ, watch);
            }
        } catch (ClosedChannelException e) {
            // another thread has just closed the channel; a closed connection is not polled, so isQuiet() will not be called
        }
        return watch;
    }

    /**
     * Whether a read would find nothing. If this method returns false, the caller must read. It returns false at the first call. After that, it
     * returns false once for each select that has found bytes or a close, and true at all other calls. Without a selector, or after a select has
     * failed, it always returns false. It selects again if the last select is older than {@link #FRESH_NANOS}.
     */
    boolean isQuiet() {
        if (SELECTOR == null || failed) {
            return false;
        }
        if (System.nanoTime() - selectedAt > FRESH_NANOS) {
            select();
        }
        if (!maybeNews) {
            return true;
        }
        maybeNews = false; // if bytes remain after the caller's read, the next select sets it again
        return false;
    }

    /** Releases the sockets of closed channels. The JDK keeps the socket of a registered channel until the next select. */
    static void forgetClosed() {
        if (SELECTOR != null) {
            select();
        }
    }

    private static void select() {
        if (PENDING.getAndIncrement() > 0) {
            return; // the thread that is selecting will select once more
        }
        int pending;
        do {
            pending = PENDING.get();
            try {
                SELECTOR.selectNow();
                ReadyKeys.take(SELECTOR, IdleWatch::note);
            } catch (IOException e) {
                failed = true;
            }
            selectedAt = System.nanoTime();
        } while (!PENDING.compareAndSet(pending, 0));
    }

    private static void note(SelectionKey key) {
        ((IdleWatch) key.attachment()).maybeNews = true;
    }
}
