package io.github.pollhttp.jvm.net;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.CompletableFuture;

/** Collects the events that end one wait. The current step of a connection, or its exchange, registers the events that it waits for. */
public abstract class WaitSet {
    WaitSet() {}

    /**
     * Ends the wait when the channel is ready.
     *
     * @param operations operations of {@link SelectionKey}, combined with {@code |}
     */
    abstract void onChannel(SelectableChannel channel, int operations);

    /** Shortens the wait to at most this many nanoseconds. */
    abstract void noLongerThan(long nanos);

    /** Ends the wait at once, or lets a wait that has not begun return at once. Safe from any thread. */
    public abstract void wake();

    /** Ends the wait when the future completes, also with an exception. */
    public void onCompletion(CompletableFuture<?> work) {
        work.whenComplete((result, failure) -> wake());
    }
}
