package io.github.pollhttp.request;

/**
 * The responses that the listener has not been called with, in order. A request that ends in a poll is among them only if others wait. A chain
 * instead of an {@code ArrayList}, because most programs use no other list, and its code would make a browser program 1 KB larger. Not final, so that
 * TeaVM can leave it out.
 */
class UnreportedResponses {
    private Entry first;
    private Entry last;

    private static final class Entry {
        private final HTTPResponse response;
        private Entry next;

        Entry(HTTPResponse response) {
            this.response = response;
        }
    }

    boolean isEmpty() {
        return first == null;
    }

    void add(HTTPResponse response) {
        Entry added = new Entry(response);
        if (first == null) {
            first = added;
        } else {
            last.next = added;
        }
        last = added;
    }

    /** Removes the first response. Allowed only if there is one. */
    HTTPResponse remove() {
        HTTPResponse removed = first.response;
        first = first.next;
        return removed;
    }
}
