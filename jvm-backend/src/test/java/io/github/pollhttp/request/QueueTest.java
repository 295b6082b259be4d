package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

@Timeout(60)
class QueueTest {
    private static final long FRAME_NANOS = 500_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final AtomicInteger made = new AtomicInteger();
    private final HTTPRequestQueue queue = HTTPRequestQueue.create(http -> made.incrementAndGet());
    private final List<String> ends = new ArrayList<>();

    @AfterEach
    void stop() {
        queue.close();
    }

    private Ticket get(String url) {
        return queue.get(url, listener(""));
    }

    private HTTPRequest.Listener listener(String name) {
        return (result, code, headers, body) -> ends
                .add(name + result.name().substring("RESULT_".length()) + " " + new String(body));
    }

    private void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("waited in vain: " + ends);
            }
            queue.poll();
            LockSupport.parkNanos(FRAME_NANOS);
        }
    }

    private void awaitEnds(int count) {
        await(() -> ends.size() >= count);
        queue.poll();
        assertEquals(count, ends.size(), ends.toString());
    }

    @Test
    void manyRequestsShareSixConnectionsWhichAreKept() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok(Origin.target(request)))) {
            for (int i = 0; i < 100; i++) {
                get(origin.url("/" + i));
            }
            assertEquals(100, queue.getWaitingCount());
            awaitEnds(100);

            assertEquals(6, origin.connections());
            assertEquals(6, made.get());
            assertEquals(IntStream.range(0, 100).mapToObj(i -> "SUCCESS /" + i).sorted().toList(),
                    ends.stream().sorted().toList());
            assertEquals(0, queue.getActiveCount());
            assertEquals(0, queue.getWaitingCount());
        }
    }

    @Test
    void requestsToOneOriginBeginInTheirOrder() throws Exception {
        queue.setConnectionsPerOrigin(1);
        try (Origin origin = new Origin(request -> Origin.ok(Origin.target(request)))) {
            for (int i = 0; i < 20; i++) {
                get(origin.url("/" + i));
            }
            awaitEnds(20);
            assertEquals(IntStream.range(0, 20).mapToObj(i -> "GET /" + i).toList(), origin.lines());
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void noMoreThanAllowedAreUnderWay() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        queue.setConnections(3);
        queue.setConnectionsPerOrigin(2);
        Origin.Answers held = request -> {
            go.await();
            return Origin.ok("");
        };
        try (Origin one = new Origin(held); Origin other = new Origin(held)) {
            for (int i = 0; i < 5; i++) {
                get(one.url("/"));
            }
            get(other.url("/"));
            get(other.url("/"));
            await(() -> one.log().size() + other.log().size() == 3);
            for (int i = 0; i < 20; i++) {
                queue.poll();
            }
            assertEquals(2, one.log().size()); // origins take turns, but one has no more than two
            assertEquals(1, other.log().size());
            assertEquals(3, queue.getActiveCount());
            assertEquals(4, queue.getWaitingCount());
            go.countDown();
            awaitEnds(7);
        }
    }

    @Test
    void originsTakeTurnsForTheLastConnection() throws Exception {
        queue.setConnections(1);
        List<String> order = new java.util.concurrent.CopyOnWriteArrayList<>();
        Origin.Answers noted = request -> {
            order.add(Origin.target(request));
            return Origin.ok("");
        };
        try (Origin one = new Origin(noted); Origin other = new Origin(noted)) {
            for (int i = 0; i < 3; i++) {
                get(one.url("/one"));
            }
            for (int i = 0; i < 3; i++) {
                get(other.url("/other"));
            }
            awaitEnds(6);
            assertEquals(List.of("/one", "/other", "/one", "/other", "/one", "/other"), order);
        }
    }

    @Test
    void whatWaitsCanBeCancelled() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        queue.setConnectionsPerOrigin(1);
        try (Origin origin = new Origin(request -> {
            go.await();
            return Origin.ok(Origin.target(request));
        })) {
            Ticket first = get(origin.url("/1"));
            Ticket second = get(origin.url("/2"));
            get(origin.url("/3"));
            await(() -> origin.log().size() == 1);
            second.cancel();
            second.cancel();
            assertFalse(second.isDone());
            assertEquals(1, queue.getWaitingCount());
            awaitEnds(1);
            assertEquals(List.of("REQUEST_FAILED "), ends);
            assertTrue(second.isDone());
            assertTrue(second.getFailureMessage().contains("cancelled"), second.getFailureMessage());
            go.countDown();
            awaitEnds(3);
            second.cancel();
            first.cancel();
            queue.poll();
            assertEquals(List.of("REQUEST_FAILED ", "SUCCESS /1", "SUCCESS /3"), ends);
            assertEquals(List.of("GET /1", "GET /3"), origin.lines());
        }
    }

    @Test
    void whatIsUnderWayCanBeCancelled() throws Exception {
        queue.setConnectionsPerOrigin(1);
        CountDownLatch never = new CountDownLatch(1);
        try (Origin origin = new Origin(request -> {
            if (Origin.target(request).equals("/1")) {
                never.await();
            }
            return Origin.ok("x");
        })) {
            Ticket first = get(origin.url("/1"));
            get(origin.url("/2"));
            await(() -> origin.log().size() == 1);
            first.cancel();
            first.cancel();
            awaitEnds(2);
            assertEquals(List.of("REQUEST_FAILED ", "SUCCESS x"), ends);
            never.countDown();
        }
    }

    @Test
    void whatCannotBeAskedForEndsInItsListener() {
        Ticket ticket = get("no url");
        queue.request("http://127.0.0.1/", List.of("X: a\nb"), Method.METHOD_GET, new byte[0], listener("header "));
        queue.request("http://127.0.0.1/", List.of(), Method.METHOD_CONNECT, new byte[0], listener("method "));
        awaitEnds(3);
        assertEquals("REQUEST_FAILED ", ends.get(0));
        assertTrue(ticket.getFailureMessage().contains("no url"), ticket.getFailureMessage());
        assertEquals(0, queue.getActiveCount() + queue.getWaitingCount());
    }

    @Test
    void aListenerMayAddCancelCloseAndThrow() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok(Origin.target(request)))) {
            queue.get(origin.url("/1"), (result, code, headers, body) -> {
                queue.poll(); // does nothing
                get(origin.url("/2"));
                get(origin.url("/3")).cancel();
                throw new IllegalStateException("of the listener's");
            });
            assertThrows(IllegalStateException.class, () -> awaitEnds(2));
            awaitEnds(2);
            assertEquals(List.of("REQUEST_FAILED ", "SUCCESS /2"), ends);
            queue.get(origin.url("/4"), (result, code, headers, body) -> {
                get(origin.url("/5"));
                queue.close();
            });
            awaitEnds(3);
            assertEquals("REQUEST_FAILED ", ends.get(2));
            assertEquals(List.of("GET /1", "GET /2", "GET /4"), origin.lines());
            get(origin.url("/6"));
            awaitEnds(4);
            assertEquals("SUCCESS /6", ends.get(3));
        }
    }

    @Test
    void closingTellsEachListenerOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Origin origin = new Origin(request -> {
            never.await();
            return null;
        })) {
            for (int i = 0; i < 20; i++) {
                get(origin.url("/"));
            }
            await(() -> origin.log().size() == 6);
            queue.close();
            queue.close();
            awaitEnds(20);
            assertEquals(List.of("REQUEST_FAILED "), ends.stream().distinct().toList());
            never.countDown();
        }
    }

    @Test
    void aConnectionThatTheServerClosedIsReplaced() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("x", "Connection: close"))) {
            for (int i = 0; i < 20; i++) {
                get(origin.url("/"));
            }
            awaitEnds(20);
            assertEquals(20, origin.connections());
            assertEquals(List.of("SUCCESS x"), ends.stream().distinct().toList());
        }
    }

    @Test
    void aTicketShowsHowFarItIs() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Origin origin = new Origin(request -> {
            go.await();
            return Origin.ok("hello");
        })) {
            Ticket ticket = get(origin.url("/a"));
            assertEquals(-1, ticket.getBodySize());
            assertEquals(0, ticket.getDownloadedBytes());
            assertEquals("", ticket.getResponseUrl());
            assertNull(ticket.getFailureMessage());
            go.countDown();
            awaitEnds(1);
            assertEquals(5, ticket.getBodySize());
            assertEquals(5, ticket.getDownloadedBytes());
            assertEquals(origin.url("/a"), ticket.getResponseUrl());
            assertNull(ticket.getFailureMessage());
        }
    }

    @Test
    void aFailingPreparationLosesNothing() throws Exception {
        boolean[] fails = {true};
        HTTPRequestQueue failing = HTTPRequestQueue.create(http -> {
            if (fails[0]) {
                throw new IllegalStateException("not ready");
            }
        });
        try (failing; Origin origin = new Origin(request -> Origin.ok("x"))) {
            failing.get(origin.url("/"), listener(""));
            assertThrows(IllegalStateException.class, failing::poll);
            assertThrows(IllegalStateException.class, failing::poll);
            fails[0] = false;
            await(() -> {
                failing.poll();
                return ends.size() == 1;
            });
            assertEquals(List.of("SUCCESS x"), ends);
        }
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> queue.setConnections(0));
        assertThrows(IllegalArgumentException.class, () -> queue.setConnectionsPerOrigin(0));
        assertThrows(IllegalArgumentException.class, () -> queue.setPollBudget(Double.NaN));
    }
}
