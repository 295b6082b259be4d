package io.github.pollhttp.jvm.net;

import io.github.pollhttp.StreamPeer;

/** A stream of this backend's: unlike one that a program brings, it can say when it is ready. */
public interface Selectable extends StreamPeer {
    /** How long blocking mode sleeps between two looks at a stream that cannot say so. */
    long BLIND_WAIT_NANOS = 1_000_000;

    /** @param toWrite whether something is to be sent, so that room for it counts, too */
    void awaitedBy(WaitSet readiness, boolean toWrite);

    /** Whether it is known without a read that there is nothing to read, up to a moment ago; false if that is not known. */
    boolean isQuiet();

    /** Asks a stream of any kind. */
    static void await(StreamPeer stream, WaitSet readiness, boolean toWrite) {
        if (stream instanceof Selectable awaitable) {
            awaitable.awaitedBy(readiness, toWrite);
        } else {
            readiness.noLongerThan(BLIND_WAIT_NANOS);
        }
    }
}
