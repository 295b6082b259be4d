package io.github.pollhttp.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The list of a queue: a request is removed from any place without a look at the others, so that closing a long queue is not quadratic work. */
class RequestListTest {
    private final RequestList list = new RequestList();

    private List<QueuedRequest> add(int count) {
        List<QueuedRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            QueuedRequest request = new QueuedRequest(null, "http://a/" + i, null, response -> {});
            requests.add(request);
            list.add(request);
        }
        return requests;
    }

    private List<QueuedRequest> content() {
        List<QueuedRequest> content = new ArrayList<>();
        for (QueuedRequest each = list.first(); each != null; each = each.next) {
            assertSame(content.isEmpty() ? null : content.get(content.size() - 1), each.previous);
            content.add(each);
        }
        assertSame(content.isEmpty() ? null : content.get(content.size() - 1), list.last());
        return content;
    }

    @Test
    void requestsKeepTheirOrderWhicheverIsRemoved() {
        List<QueuedRequest> expected = add(50);
        List<QueuedRequest> removed = new ArrayList<>(expected);
        Collections.shuffle(removed, new Random(1));
        for (QueuedRequest each : removed) {
            list.remove(each);
            expected.remove(each);
            assertEquals(expected, content());
            assertNull(each.previous);
            assertNull(each.next);
        }
    }

    /** All other links are cut, so that a search from either end would fail. */
    @Test
    void removingTouchesOnlyTheNeighbours() {
        List<QueuedRequest> requests = add(7);
        requests.get(0).next = null;
        requests.get(1).previous = null;
        requests.get(5).next = null;
        requests.get(6).previous = null;

        list.remove(requests.get(3));

        assertSame(requests.get(4), requests.get(2).next);
        assertSame(requests.get(2), requests.get(4).previous);
    }

    @Test
    void requestThatWasRemovedCanBeAddedAgain() {
        List<QueuedRequest> requests = add(3);
        list.remove(requests.get(0));
        list.add(requests.get(0));
        assertEquals(List.of(requests.get(1), requests.get(2), requests.get(0)), content());
    }
}
