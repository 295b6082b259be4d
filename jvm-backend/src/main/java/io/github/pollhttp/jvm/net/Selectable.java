package io.github.pollhttp.jvm.net;

import io.github.pollhttp.StreamPeer;

/** A stream of this backend. Unlike a program's own stream, it can be waited for with a selector. */
public interface Selectable extends StreamPeer {
    /** How long blocking mode sleeps between two polls of a stream that is not selectable. */
    long BLIND_WAIT_NANOS = 1_000_000;

    /**
     * Registers the events that end a wait: bytes to read and, if wanted, room for bytes to write.
     *
     * @param toWrite whether there are bytes to write
     */
    void awaitedBy(WaitSet waitSet, boolean toWrite);

    /** Returns true if there was nothing to read a moment ago, and this is known without a read. False if it is unknown. */
    boolean isQuiet();

    /** Registers the events of any stream; a stream that is not selectable only limits the length of the wait. */
    static void await(StreamPeer stream, WaitSet waitSet, boolean toWrite) {
        if (stream instanceof Selectable selectable) {
            selectable.awaitedBy(waitSet, toWrite);
        } else {
            waitSet.noLongerThan(BLIND_WAIT_NANOS);
        }
    }
}
