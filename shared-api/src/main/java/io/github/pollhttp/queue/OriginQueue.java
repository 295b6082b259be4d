package io.github.pollhttp.queue;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.Endpoint;

/** The waiting requests and the idle connections of one origin. */
final class OriginQueue {
    final Endpoint endpoint;

    private final RequestList waiting = new RequestList();

    /** The most recently used connection is the last. */
    final List<PooledConnection> idle = new ArrayList<>();

    /** The number of connections with a request. */
    int active;

    /** Whether {@link PollingQueue} has this origin in its list of origins that may start a request. */
    boolean ready;

    OriginQueue(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    void add(QueuedRequest request) {
        request.origin = this;
        waiting.add(request);
    }

    void remove(QueuedRequest request) {
        request.origin = null;
        waiting.remove(request);
    }

    /** @return the next request to start; null if none waits */
    @Nullable
    QueuedRequest first() {
        return waiting.first();
    }

    boolean isEmpty() {
        return waiting.first() == null && idle.isEmpty() && active == 0;
    }
}
