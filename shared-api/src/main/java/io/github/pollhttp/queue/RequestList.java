package io.github.pollhttp.queue;

import org.jspecify.annotations.Nullable;

/**
 * Requests in the order in which they were added. A linked list, because a queue can have many thousands of requests: adding one and removing any one
 * takes the same time, however many there are. A {@code LinkedHashSet} would be a large part of a browser program. A request is in one list at most.
 */
final class RequestList {
    private @Nullable QueuedRequest first;
    private @Nullable QueuedRequest last;

    void add(QueuedRequest request) {
        request.previous = last;
        if (last == null) {
            first = request;
        } else {
            last.next = request;
        }
        last = request;
    }

    /** Removes a request that is in this list. */
    void remove(QueuedRequest request) {
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

    /** @return the oldest request; null if the list is empty */
    @Nullable
    QueuedRequest first() {
        return first;
    }

    /** @return the newest request; null if the list is empty */
    @Nullable
    QueuedRequest last() {
        return last;
    }
}
