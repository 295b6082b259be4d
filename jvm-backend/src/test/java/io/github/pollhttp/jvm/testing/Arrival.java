package io.github.pollhttp.jvm.testing;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.BlockingWaitSet;
import io.github.pollhttp.jvm.net.Selectable;

/** Waits for bytes that a peer on this computer has sent. On Linux they have arrived when the call that sends them returns, elsewhere a moment later. */
public final class Arrival {
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    private Arrival() {}

    /** @param stream returns when it has bytes to read or has ended; reads none */
    public static void await(StreamPeer stream) {
        try (BlockingWaitSet arrival = new BlockingWaitSet(LONGEST_WAIT_NANOS)) {
            Selectable.await(stream, arrival, false);
            arrival.await();
        }
    }
}
