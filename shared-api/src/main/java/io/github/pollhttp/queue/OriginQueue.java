package io.github.pollhttp.queue;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.Endpoint;

/**
 * The waiting requests and the idle connections of one origin. The waiting requests are a linked list, because a cancelled one must be removed
 * quickly, and a {@code LinkedHashSet} would be a large part of a browser program.
 */
final class OriginQueue {
    final Endpoint endpoint;

    /** The next request to start; null if none waits. */
    private QueuedRequest first;
    private QueuedRequest last;

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
        request.isWaiting = true;
        request.previous = last;
        if (last == null) {
            first = request;
        } else {
            last.next = request;
        }
        last = request;
    }

    void remove(QueuedRequest request) {
        request.isWaiting = false;
        if (request.previous == null) {
            first = request.next;
        } else {
            request.previous.next = request.next;
        }
        if (request.next == null) {
            last = request.previous;
        } else {
            request.next.previous = request.previous;
        }
        request.previous = null;
        request.next = null;
    }

    /** @return the next request to start; null if none waits */
    QueuedRequest first() {
        return first;
    }

    boolean isEmpty() {
        return first == null && idle.isEmpty() && active == 0;
    }
}
