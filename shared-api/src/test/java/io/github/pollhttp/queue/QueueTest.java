package io.github.pollhttp.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.ScriptedRequests;

/** Which request a queue starts next, on which connection, and how each request completes. */
@Timeout(60)
class QueueTest {
    private static final int MOST_POLLS = 100_000;

    private final AtomicInteger created = new AtomicInteger();
    private final ManualClock clock = new ManualClock();
    private int connectionsOfPlatform = 6;
    private final HTTPRequestQueue queue = new PollingQueue(this::create, RequestUrl::parse, clock,
            () -> connectionsOfPlatform);
    private final List<String> completions = new ArrayList<>();

    private HTTPRequest create() {
        created.incrementAndGet();
        return ScriptedRequests.create(clock);
    }

    @AfterEach
    void stop() {
        queue.close();
    }

    private Ticket get(String url) {
        return queue.get(url, listener(""));
    }

    private HTTPRequest.Listener listener(String name) {
        return (result, code, headers, body) -> completions
                .add(name + result.name().substring("RESULT_".length()) + " " + new String(body));
    }

    private void await(BooleanSupplier condition) {
        for (int polls = 0; !condition.getAsBoolean(); polls++) {
            assertTrue(polls < MOST_POLLS, () -> "the condition did not hold; completed: " + completions);
            queue.poll();
        }
    }

    private void awaitCompletions(int count) {
        await(() -> completions.size() >= count);
        queue.poll();
        assertEquals(count, completions.size(), completions.toString());
    }

    @Test
    void requestsToOneOriginShareSixConnections() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            for (int i = 0; i < 100; i++) {
                get(origin.url("/" + i));
            }
            assertEquals(100, queue.getWaitingCount());
            awaitCompletions(100);

            assertEquals(6, origin.connections());
            assertEquals(6, created.get());
            assertEquals(IntStream.range(0, 100).mapToObj(i -> "SUCCESS /" + i).sorted().toList(),
                    completions.stream().sorted().toList());
            assertEquals(0, queue.getActiveCount());
            assertEquals(0, queue.getWaitingCount());
        }
    }

    @Test
    void platformLimitsTheConnectionsUntilTheProgramDoes() {
        connectionsOfPlatform = 2;
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            for (int i = 0; i < 20; i++) {
                get(origin.url("/" + i));
            }
            awaitCompletions(20);
            assertEquals(2, origin.connections());

            queue.setConnectionsPerOrigin(3);
            for (int i = 0; i < 20; i++) {
                get(origin.url("/" + i));
            }
            awaitCompletions(40);
            assertEquals(3, origin.connections());
        }
    }

    @Test
    void requestsToOneOriginStartInOrder() {
        queue.setConnectionsPerOrigin(1);
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            for (int i = 0; i < 20; i++) {
                get(origin.url("/" + i));
            }
            awaitCompletions(20);
            assertEquals(IntStream.range(0, 20).mapToObj(i -> "GET /" + i).toList(), origin.lines());
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void activeRequestsStayWithinBothLimits() {
        AtomicBoolean go = new AtomicBoolean();
        queue.setConnections(3);
        queue.setConnectionsPerOrigin(2);
        ScriptedOrigin.Answers held = request -> go.get() ? ScriptedOrigin.ok("") : ScriptedOrigin.NOT_YET;
        try (ScriptedOrigin one = new ScriptedOrigin(held); ScriptedOrigin other = new ScriptedOrigin(held)) {
            for (int i = 0; i < 5; i++) {
                get(one.url("/"));
            }
            get(other.url("/"));
            get(other.url("/"));
            await(() -> one.log().size() + other.log().size() == 3);
            for (int i = 0; i < 20; i++) {
                queue.poll();
            }
            assertEquals(2, one.log().size()); // the origins take turns, and each has at most two connections
            assertEquals(1, other.log().size());
            assertEquals(3, queue.getActiveCount());
            assertEquals(4, queue.getWaitingCount());
            go.set(true);
            awaitCompletions(7);
        }
    }

    @Test
    void originsTakeTurnsOnASingleConnection() {
        queue.setConnections(1);
        List<String> order = new ArrayList<>();
        ScriptedOrigin.Answers noted = request -> {
            order.add(ScriptedOrigin.target(request));
            return ScriptedOrigin.ok("");
        };
        try (ScriptedOrigin one = new ScriptedOrigin(noted); ScriptedOrigin other = new ScriptedOrigin(noted)) {
            for (int i = 0; i < 3; i++) {
                get(one.url("/one"));
            }
            for (int i = 0; i < 3; i++) {
                get(other.url("/other"));
            }
            awaitCompletions(6);
            assertEquals(List.of("/one", "/other", "/one", "/other", "/one", "/other"), order);
        }
    }

    @Test
    void waitingRequestCanBeCancelled() {
        AtomicBoolean go = new AtomicBoolean();
        queue.setConnectionsPerOrigin(1);
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> go.get() ? ScriptedOrigin.ok(ScriptedOrigin.target(request)) : ScriptedOrigin.NOT_YET)) {
            Ticket first = get(origin.url("/1"));
            Ticket second = get(origin.url("/2"));
            get(origin.url("/3"));
            await(() -> origin.log().size() == 1);
            second.cancel();
            second.cancel();
            assertFalse(second.isDone());
            assertEquals(1, queue.getWaitingCount());
            awaitCompletions(1);
            assertEquals(List.of("REQUEST_FAILED "), completions);
            assertTrue(second.isDone());
            assertTrue(second.getFailureMessage().contains("cancelled"), second.getFailureMessage());
            go.set(true);
            awaitCompletions(3);
            second.cancel();
            first.cancel();
            queue.poll();
            assertEquals(List.of("REQUEST_FAILED ", "SUCCESS /1", "SUCCESS /3"), completions);
            assertEquals(List.of("GET /1", "GET /3"), origin.lines());
        }
    }

    @Test
    void activeRequestCanBeCancelled() {
        queue.setConnectionsPerOrigin(1);
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.target(request).equals("/1")
                        ? ScriptedOrigin.NOT_YET
                        : ScriptedOrigin.ok("x"))) {
            Ticket first = get(origin.url("/1"));
            get(origin.url("/2"));
            await(() -> origin.log().size() == 1);
            first.cancel();
            first.cancel();
            awaitCompletions(2);
            assertEquals(List.of("REQUEST_FAILED ", "SUCCESS x"), completions);
        }
    }

    @Test
    void rejectedRequestsCompleteInTheirListeners() {
        Ticket ticket = get("no url");
        queue.request("http://127.0.0.1/", List.of("X: a\nb"), Method.METHOD_GET, new byte[0], listener("header "));
        queue.request("http://127.0.0.1/", List.of(), Method.METHOD_CONNECT, new byte[0], listener("method "));
        awaitCompletions(3);
        assertEquals("REQUEST_FAILED ", completions.get(0));
        assertTrue(ticket.getFailureMessage().contains("no url"), ticket.getFailureMessage());
        assertEquals(0, queue.getActiveCount() + queue.getWaitingCount());
    }

    @Test
    void listenerMayAddCancelCloseAndThrow() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            queue.get(origin.url("/1"), (result, code, headers, body) -> {
                queue.poll(); // has no effect inside a listener
                get(origin.url("/2"));
                get(origin.url("/3")).cancel();
                throw new IllegalStateException("thrown by the listener");
            });
            assertThrows(IllegalStateException.class, () -> awaitCompletions(2));
            awaitCompletions(2);
            assertEquals(List.of("REQUEST_FAILED ", "SUCCESS /2"), completions);
            queue.get(origin.url("/4"), (result, code, headers, body) -> {
                get(origin.url("/5"));
                queue.close();
            });
            awaitCompletions(3);
            assertEquals("REQUEST_FAILED ", completions.get(2));
            assertEquals(List.of("GET /1", "GET /2", "GET /4"), origin.lines());
            get(origin.url("/6"));
            awaitCompletions(4);
            assertEquals("SUCCESS /6", completions.get(3));
        }
    }

    @Test
    void closeCompletesEachRequestOnce() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            for (int i = 0; i < 20; i++) {
                get(origin.url("/"));
            }
            await(() -> origin.log().size() == 6);
            queue.close();
            queue.close();
            awaitCompletions(20);
            assertEquals(List.of("REQUEST_FAILED "), completions.stream().distinct().toList());
        }
    }

    @Test
    void connectionClosedByTheServerIsReplaced() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("x", "Connection: close"))) {
            for (int i = 0; i < 20; i++) {
                get(origin.url("/"));
            }
            awaitCompletions(20);
            assertEquals(20, origin.connections());
            assertEquals(List.of("SUCCESS x"), completions.stream().distinct().toList());
        }
    }

    @Test
    void ticketShowsProgressAndUrl() {
        AtomicBoolean go = new AtomicBoolean();
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> go.get() ? ScriptedOrigin.ok("hello") : ScriptedOrigin.NOT_YET)) {
            Ticket ticket = get(origin.url("/a"));
            assertEquals(-1, ticket.getBodySize());
            assertEquals(0, ticket.getDownloadedBytes());
            assertEquals("", ticket.getResponseUrl());
            assertNull(ticket.getFailureMessage());
            go.set(true);
            awaitCompletions(1);
            assertEquals(5, ticket.getBodySize());
            assertEquals(5, ticket.getDownloadedBytes());
            assertEquals(origin.url("/a"), ticket.getResponseUrl());
            assertNull(ticket.getFailureMessage());
        }
    }

    @Test
    void ticketKeepsTheSizeOfItsBodyWhenItsConnectionIsUsedAgain() {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.ok(request.contains("/first") ? "hello" : "hi"))) {
            Ticket first = get(origin.url("/first"));
            awaitCompletions(1);
            Ticket second = get(origin.url("/second"));
            awaitCompletions(2);
            assertEquals(1, origin.connections());
            assertEquals(5, first.getBodySize());
            assertEquals(2, second.getBodySize());
        }
    }

    @Test
    void settingsOutOfRangeAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> queue.setConnections(0));
        assertThrows(IllegalArgumentException.class, () -> queue.setConnectionsPerOrigin(0));
        assertThrows(IllegalArgumentException.class, () -> queue.setPollBudget(Double.NaN));
    }

    @Test
    void listenerAndTicketGetTheSameResponse() {
        List<HTTPResponse> responses = new ArrayList<>();
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("tile"))) {
            Ticket ticket = queue.get(origin.url("/"), responses::add);
            assertNull(ticket.getResponse());
            await(() -> !responses.isEmpty());

            assertTrue(responses.get(0).isOk());
            assertEquals("tile", responses.get(0).text());
            assertEquals(responses.get(0), ticket.getResponse());
        }
    }

    @Test
    void requestThatIsCancelledWhileItWaitsIsToldFromARejectedOne() {
        Ticket cancelled = queue.get("http://localhost:1/waiting", response -> {});
        Ticket rejected = queue.get("no url", response -> {});
        cancelled.cancel();
        await(() -> cancelled.isDone() && rejected.isDone());

        assertTrue(cancelled.getResponse().isCancelled());
        assertEquals("http://localhost:1/waiting", cancelled.getResponse().url());
        assertFalse(rejected.getResponse().isCancelled());
        assertEquals(rejected.getFailureMessage(), rejected.getResponse().message());
    }

    @Test
    void bodySetsItsContentType() {
        List<HTTPResponse> responses = new ArrayList<>();
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.ok(ScriptedOrigin.header(request, "Content-Type")))) {
            queue.request(origin.url("/"), List.of(), Method.METHOD_POST, RequestBody.json("{}"), responses::add);
            await(() -> !responses.isEmpty());

            assertEquals("application/json", responses.get(0).text());
        }
    }

    @Test
    void relativeUrlIsResolvedAgainstTheBase() {
        List<HTTPResponse> responses = new ArrayList<>();
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            queue.setBaseUrl(origin.url("/game/"));
            queue.get("levels/1.json", responses::add);
            await(() -> !responses.isEmpty());

            assertEquals("/game/levels/1.json", responses.get(0).text());
        }
    }

    @Test
    void rejectionOfARelativeUrlNamesTheBase() {
        Ticket ticket = queue.get("levels/1.json", response -> {});
        await(ticket::isDone);

        assertTrue(ticket.getFailureMessage().contains("setBaseUrl"), ticket.getFailureMessage());
    }

    @Test
    void urlOfACancelledRequestHasNoFragment() {
        Ticket ticket = queue.get("http://localhost:1/x#fragment", response -> {});
        ticket.cancel();
        await(ticket::isDone);

        assertEquals("http://localhost:1/x", ticket.getResponse().url());
    }
}
