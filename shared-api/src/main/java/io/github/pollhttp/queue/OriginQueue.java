package io.github.pollhttp.queue;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;

import io.github.pollhttp.internal.Endpoint;

/** The waiting requests and the idle connections of one origin. */
final class OriginQueue {
    final Endpoint endpoint;

    /** In the order in which they were added. A set, so that a cancelled request can be removed quickly. */
    final LinkedHashSet<QueuedRequest> waiting = new LinkedHashSet<>();

    /** The most recently used connection is the last. */
    final ArrayDeque<PooledConnection> idle = new ArrayDeque<>();

    /** The number of connections with a request. */
    int active;

    /** Whether {@link PollingQueue} has this origin in its list of origins that may start a request. */
    boolean ready;

    OriginQueue(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    QueuedRequest takeFirst() {
        QueuedRequest request = waiting.iterator().next();
        waiting.remove(request);
        return request;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && idle.isEmpty() && active == 0;
    }
}
