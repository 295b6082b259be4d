package io.github.pollhttp.queue;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;

import io.github.pollhttp.internal.Endpoint;

/** What one origin has: requests that wait, and connections that wait. */
final class OriginQueue {
    final Endpoint origin;

    /** In their order, and quick to leave. */
    final LinkedHashSet<QueuedRequest> waiting = new LinkedHashSet<>();

    /** The one used last is the last. */
    final ArrayDeque<PooledConnection> idle = new ArrayDeque<>();

    int active;

    /** Whether it is in the row of those that may begin a request. */
    boolean inTurn;

    OriginQueue(Endpoint origin) {
        this.origin = origin;
    }

    QueuedRequest takeFirst() {
        QueuedRequest job = waiting.iterator().next();
        waiting.remove(job);
        return job;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && idle.isEmpty() && active == 0;
    }
}
