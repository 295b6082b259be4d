package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.events.EventSource.ReadyState;
import io.github.pollhttp.jvm.testing.RawServer;

/** Event streams over real sockets, with a clock that the test moves. */
class EventSourceTest extends EventFixture {
    @Test
    void eventsArriveAsTheServerSendsThem() {
        server.send(EventServer.STREAM);
        open();
        assertEquals(ReadyState.CONNECTING, source.getReadyState());
        awaitState(ReadyState.OPEN);
        server.send("id: 1\ndata: a\n", "\nevent: add\nda");
        await(() -> events.size() == 1);
        server.send("ta: b\n\n");
        await(() -> events.size() == 2);

        assertEquals(List.of("message/a/1", "add/b/1"), events);
        assertTrue(server.heads().get(0).contains("\r\nAccept: text/event-stream\r\n"), server.heads().get(0));
        assertFalse(server.heads().get(0).contains("Last-Event-ID"));
        assertNull(source.getFailureMessage());
    }

    @Test
    void sourceReconnectsAfterThreeSecondsWithTheLastEventId() {
        server.send(EventServer.STREAM + "id: Ã¤1\ndata: a\n\nid: lost\ndata: unfinished\n", EventServer.END);
        open();
        await(() -> events.size() == 1);
        awaitState(ReadyState.CONNECTING);
        assertNotNull(source.getFailureMessage());
        pass(2.9);
        assertEquals(1, server.heads().size());
        server.send(EventServer.STREAM + "data: b\n\n");
        pass(0.2);
        await(() -> events.size() == 2);

        assertEquals(List.of("message/a/ä1", "message/b/ä1"), events);
        assertTrue(server.heads().get(1).contains("\r\nLast-Event-ID: Ã¤1\r\n"), server.heads().get(1)); // UTF-8
        assertNull(source.getFailureMessage());
    }

    @Test
    void retryFieldSetsThePauseBeforeReconnecting() {
        server.send(EventServer.STREAM + "retry: 60000\n\n", EventServer.END);
        open();
        awaitState(ReadyState.OPEN);
        awaitState(ReadyState.CONNECTING);
        pass(59);
        assertEquals(1, server.heads().size());
        server.send(EventServer.STREAM);
        pass(2);
        awaitState(ReadyState.OPEN);
    }

    @Test
    void pausesBetweenFailedAttemptsDoubleUpToThirtySeconds() throws Exception {
        source.setReconnectTime(0);
        List<Double> pauses = new ArrayList<>();
        // Bound but not listening: the system refuses connections, and gives the port to no other program.
        try (SocketChannel refusing = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            source.open("http://127.0.0.1:" + refusing.socket().getLocalPort() + "/");
            for (int i = 0; i < 9; i++) {
                await(() -> source.getFailureMessage() != null && isPausing());
                double pause = 0;
                while (isPausing()) {
                    pass(0.25);
                    pause += 0.25;
                }
                pauses.add(pause);
            }
        }
        assertEquals(List.of(0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0), pauses);
    }

    /** During a pause the client is closed. */
    private boolean isPausing() {
        return source.getHttpClient().getStatus() == HTTPClient.Status.STATUS_DISCONNECTED;
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "404 Not Found", "500 Oops", "206 Partial Content"})
    void statusOtherThan200ClosesTheSource(String status) {
        server.send("HTTP/1.1 " + status + "\r\nContent-Type: text/event-stream\r\nContent-Length: 0\r\n\r\n");
        open();
        awaitState(ReadyState.CLOSED);
        assertTrue(source.getFailureMessage().contains(status.substring(0, 3)), source.getFailureMessage());
        pass(1000);
        assertEquals(1, server.heads().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: text/html", "Content-Type: text/event-stream-x", "X-A: b",
            "Content-Type: text/x;text/event-stream"})
    void contentTypeOtherThanEventStreamClosesTheSource(String header) {
        server.send("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\ndata: a\n\n");
        open();
        awaitState(ReadyState.CLOSED);
        assertTrue(source.getFailureMessage().contains("text/event-stream"), source.getFailureMessage());
        assertEquals(List.of(), events);
    }

    @Test
    void contentTypeMayHaveParametersAndCapitals() {
        server.send("HTTP/1.1 200 OK\r\nContent-Type: Text/Event-Stream ; charset=x\r\n\r\ndata: a\n\n");
        open();
        await(() -> events.size() == 1);
    }

    @Test
    void chunkedStreamThatEndsEarlyReconnects() {
        server.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "9\r\ndata: a\n\n\r\n9\r\ndata", EventServer.END);
        open();
        await(() -> events.size() == 1);
        awaitState(ReadyState.CONNECTING);
        assertTrue(source.getFailureMessage().contains("127.0.0.1"), source.getFailureMessage());
    }

    @Test
    void reconnectingStartsAtTheUrlBeforeTheRedirect() throws Exception {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (EventServer other = new EventServer(); RawServer redirecting = new RawServer(socket -> {
            heads.add(RawServer.readHead(socket));
            RawServer.send(socket,
                    "HTTP/1.1 307 Moved\r\nLocation: " + other.url() + "\r\nContent-Length: 0\r\n\r\n");
        })) {
            other.send(EventServer.STREAM + "data: a\n\n", EventServer.END, EventServer.STREAM);
            source.open("http://127.0.0.1:" + redirecting.port() + "/",
                    List.of("Authorization: Bearer secret", "X-A: 1"));
            await(() -> events.size() == 1);
            awaitState(ReadyState.CONNECTING);
            pass(3);
            awaitState(ReadyState.OPEN);

            assertEquals(2, heads.size());
            assertTrue(heads.get(1).contains("\r\nAuthorization: Bearer secret\r\n"));
            assertTrue(other.heads().get(0).contains("\r\nX-A: 1\r\n"));
            assertFalse(other.heads().get(0).contains("secret"));
        }
    }

    @Test
    void redirectToAnUnsupportedUrlClosesTheSource() {
        server.send("HTTP/1.1 302 Moved\r\nLocation: ftp://x/\r\nContent-Length: 0\r\n\r\n");
        open();
        awaitState(ReadyState.CLOSED);
        assertTrue(source.getFailureMessage().contains("ftp"), source.getFailureMessage());
    }

    @Test
    void eventBeyondTheSizeLimitClosesTheSource() {
        source.setMaxEventSize(1024);
        server.send(EventServer.STREAM + "data: a\n\ndata: " + "x".repeat(2000));
        open();
        awaitState(ReadyState.CLOSED);
        assertEquals(List.of("message/a/"), events);
        assertTrue(source.getFailureMessage().contains("1024"), source.getFailureMessage());
    }

    @Test
    void eventsThatAreNotTakenStopTheReading() throws Exception {
        server.send(EventServer.STREAM + "data: a\n\n".repeat(3), EventServer.END);
        open();
        while (source.getReadyState() != ReadyState.OPEN) {
            source.poll();
            LockSupport.parkNanos(FRAME_NANOS); // leaves the processor to the server's threads
        }
        EventSource.Event event = source.nextEvent();
        while (event == null) {
            source.poll();
            event = source.nextEvent();
        }
        for (int i = 0; i < 100; i++) {
            source.poll();
        }
        assertEquals(ReadyState.OPEN, source.getReadyState()); // the connection has ended, but events from before the end are left
        await(() -> events.size() == 2);
        awaitState(ReadyState.CONNECTING);
        assertEquals(2, events.size());
    }

    @Test
    void closedSourceDropsEventsAndCanBeOpenedAgain() throws Exception {
        server.send(EventServer.STREAM + "data: a\n\ndata: b\n\n");
        open();
        while (source.nextEvent() == null) {
            source.poll();
        }
        source.close();
        source.close();
        assertNull(source.nextEvent());
        assertEquals(ReadyState.CLOSED, source.getReadyState());
        assertNull(source.getFailureMessage());
        pass(1000);
        assertEquals(1, server.heads().size());
        try (EventServer other = new EventServer()) {
            other.send(EventServer.STREAM + "data: c\n\n");
            source.open(other.url());
            await(() -> events.contains("message/c/"));
        }
    }

    @Test
    void sourceCanBeOpenedAgainBetweenTwoEvents() throws Exception {
        try (EventServer other = new EventServer()) {
            other.send(EventServer.STREAM + "data: c\n\n");
            server.send(EventServer.STREAM + "data: a\n\ndata: b\n\n");
            open();
            while (source.nextEvent() == null) {
                source.poll();
            }
            assertEquals(ErrorCode.OK, source.open(other.url()));
            assertNull(source.nextEvent());
            assertEquals(ReadyState.CONNECTING, source.getReadyState());
            await(() -> events.size() == 1);
            assertEquals(List.of("message/c/"), events);
        }
    }

    @Test
    void longIdIsSent() {
        String id = "x".repeat(100_000);
        server.send(EventServer.STREAM + "id: " + id + "\ndata: a\n\n", EventServer.END);
        open();
        await(() -> events.size() == 1);
        awaitState(ReadyState.CONNECTING);
        server.send(EventServer.STREAM);
        pass(3);
        awaitState(ReadyState.OPEN);
        assertTrue(server.heads().get(1).contains("\r\nLast-Event-ID: " + id + "\r\n"));
    }

    @Test
    void readTimeoutOfTheClientEndsASilentStream() {
        server.send(EventServer.STREAM);
        open();
        awaitState(ReadyState.OPEN);
        source.getHttpClient().setReadTimeout(0.05);
        awaitState(ReadyState.CONNECTING);
    }

    @Test
    void lastEventIdOfTheProgramIsSent() {
        source.setLastEventId("42");
        server.send(EventServer.STREAM);
        open();
        awaitState(ReadyState.OPEN);
        assertTrue(server.heads().get(0).contains("\r\nLast-Event-ID: 42\r\n"), server.heads().get(0));
        assertEquals("42", source.getLastEventId());
    }

    @Test
    void invalidArgumentsAreRejected() {
        for (String url : List.of("", "/events", "ftp://h/", "http://h/a b")) {
            assertEquals(ErrorCode.ERR_INVALID_PARAMETER, source.open(url), url);
            assertNotNull(source.getRejection());
        }
        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, source.open(server.url(), List.of("X: a\r\nY: b")));
        assertEquals(ReadyState.CLOSED, source.getReadyState());
        assertThrows(IllegalArgumentException.class, () -> source.setLastEventId("a\nb"));
        assertThrows(IllegalArgumentException.class, () -> source.setReconnectTime(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> source.setMaxEventSize(1023));
    }
}
