package io.github.pollhttp.queue;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;

import io.github.pollhttp.spi.Endpoint;

/** What one origin has: requests that wait, and connections that wait. */
final class Lane {
    final Endpoint origin;

    /** In their order, and quick to leave. */
    final LinkedHashSet<Job> waiting = new LinkedHashSet<>();

    /** The one used last is the last. */
    final ArrayDeque<Worker> idle = new ArrayDeque<>();

    int active;

    /** Whether it is in the row of those that may begin a request. */
    boolean inTurn;

    Lane(Endpoint origin) {
        this.origin = origin;
    }

    Job takeFirst() {
        Job job = waiting.iterator().next();
        waiting.remove(job);
        return job;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && idle.isEmpty() && active == 0;
    }
}
