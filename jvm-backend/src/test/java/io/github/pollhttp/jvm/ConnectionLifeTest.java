package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.Arrival;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.ManualClock;
import io.github.pollhttp.jvm.testing.RawServer;

/** Connections that end, or receive unsolicited bytes, between two requests (RFC 9112 section 9). */
@Timeout(30)
class ConnectionLifeTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private static void answerOnce(Socket socket) throws IOException {
        RawServer.readHead(socket);
        RawServer.send(socket, ANSWER);
    }

    @Test
    void idleConnectionThatTheServerClosesIsDisconnected() throws Exception {
        try (RawServer server = new RawServer(ConnectionLifeTest::answerOnce);
                GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            assertEquals("hello", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.awaitWhile(Status.STATUS_CONNECTED));
            assertNull(game.client.getFailure());
            assertEquals(200, game.client.getResponseCode());
        }
    }

    @Test
    void requestOnAConnectionClosedWhileIdleFailsAsSafeToRetry() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            answerOnce(socket);
            socket.close();
            closed.countDown();
        }); GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            game.readText();
            closed.await();
            assertEquals(ErrorCode.OK, game.client.request(Method.METHOD_GET, "/again", List.of()));
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.awaitResponse());
            assertEquals(Reason.CONNECTION_CLOSED_IDLE, game.client.getFailure().reason());
            assertEquals(Phase.REQUEST, game.client.getFailure().phase());
        }
    }

    @Test
    void newConnectionThatClosesWithoutAResponseFailsAsReset() throws Exception {
        try (RawServer server = new RawServer(RawServer::readHead); GameLoop game = new GameLoop().connect(server)) {
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.get("/").awaitResponse());
            assertEquals(Reason.CONNECTION_RESET, game.client.getFailure().reason());
        }
    }

    @Test
    void unsolicitedResponseEndsTheConnection() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 4\r\n\r\nidle");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            assertEquals(Status.STATUS_DISCONNECTED, game.awaitWhile(Status.STATUS_CONNECTED));
        }
    }

    @Test
    void bytesAfterAResponseEndTheConnection() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, ANSWER + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            assertEquals("hello", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
        }
    }

    @Test
    void lateBytesAfterAResponseAreNotTakenForTheNextResponse() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch poisoned = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            answerOnce(socket);
            read.await();
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
            poisoned.countDown();
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            game.readText();
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
            read.countDown();
            poisoned.await();
            Arrival.await(game.client.getConnection());
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.get("/next").awaitResponse());
            assertEquals(Reason.CONNECTION_CLOSED_IDLE, game.client.getFailure().reason());
        }
    }

    private static RawServer answeringAll(String head) throws IOException {
        return new RawServer(socket -> {
            while (true) {
                RawServer.readHead(socket);
                RawServer.send(socket, head + "Content-Length: 5\r\n\r\nhello");
            }
        });
    }

    private static void assertClosedAfterHalfASecond(RawServer server, GameLoop game) {
        game.get("/").awaitResponse();
        assertEquals("hello", game.readText());
        assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
        long start = System.nanoTime();
        assertEquals(Status.STATUS_DISCONNECTED, game.awaitWhile(Status.STATUS_CONNECTED));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis > 400 && millis < 5000, () -> "closed after ms: " + millis);
        assertNull(game.client.getFailure());
    }

    @Test
    void idleConnectionIsClosedAfterTheMaxIdleTime() throws Exception {
        try (RawServer server = answeringAll("HTTP/1.1 200 OK\r\n"); GameLoop game = new GameLoop().connect(server)) {
            game.client.setMaxIdleTime(0.5);
            assertClosedAfterHalfASecond(server, game);
        }
    }

    @Test
    void idleConnectionIsClosedBeforeTheKeepAliveTimeoutOfTheServer() throws Exception {
        try (RawServer server = answeringAll("HTTP/1.1 200 OK\r\nKeep-Alive: max=9, Timeout=1\r\n");
                GameLoop game = new GameLoop().connect(server)) {
            assertClosedAfterHalfASecond(server, game);
        }
    }

    @Test
    void requestAfterTheMaxIdleTimeIsNotSentAndFailsAsSafeToRetry() throws Exception {
        try (RawServer server = answeringAll("HTTP/1.1 200 OK\r\n"); GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            game.readText();
            game.client.setMaxIdleTime(1e-9);
            assertEquals(ErrorCode.OK, game.client.request(Method.METHOD_POST, "/again", List.of()));
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.awaitResponse());
            assertEquals(Reason.CONNECTION_CLOSED_IDLE, game.client.getFailure().reason());
            assertEquals(0, game.client.getUploadedBytes());
        }
    }

    @Test
    void connectionIsKeptFor60SecondsByDefault() throws Exception {
        ManualClock clock = new ManualClock();
        JvmBackend backend = new JvmBackend(name -> new CompletableFuture<>(), clock, "agent");
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            backend.connect("127.0.0.1", server.port(), null);
            GameLoop.await(backend::pollConnecting);
            clock.advanceMillis(59_999);
            assertTrue(backend.pollIdle());
            clock.advanceMillis(1);
            assertFalse(backend.pollIdle());
            backend.setMaxIdleTime(0);
            assertTrue(backend.pollIdle());
            backend.close();
        }
    }

    @Test
    void serverSeesACloseBeforeARequest() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            RawServer.awaitEnd(socket);
            seen.countDown();
        }); GameLoop game = new GameLoop().connect(server)) {
            game.client.close();
            seen.await();
        }
    }

    @Test
    void serverSeesACloseAfterAResponse() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            answerOnce(socket);
            RawServer.awaitEnd(socket);
            seen.countDown();
        }); GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            assertEquals("hello", game.readText());
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
            game.client.close();
            seen.await();
        }
    }

    @Test
    void closeOnAnotherThreadEndsARequestWithoutAFailure() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd); GameLoop game = new GameLoop().connect(server)) {
            game.get("/");
            Thread closing = new Thread(game.client::close);
            closing.start();
            assertEquals(Status.STATUS_DISCONNECTED, game.awaitResponse());
            closing.join();
            assertNull(game.client.getFailure());
            assertEquals(Status.STATUS_CONNECTED, game.connect(server).client.getStatus());
        }
    }
}
