package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/** Requests as they are sent, also to servers that read slowly or not at all. */
@Timeout(30)
class SendingTest {
    private static final int LARGE = 32 * 1024 * 1024;

    private static String headOf(Method method, List<String> headers, String body) throws Exception {
        CompletableFuture<String> head = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            head.complete(RawServer.readHead(socket));
            RawServer.send(socket, "HTTP/1.1 204 No Content\r\n\r\n");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            assertEquals(ErrorCode.OK, game.client.request(method, "/path?query", headers, body));
            game.awaitResponse();
            return head.get().replace("127.0.0.1:" + server.port(), "HOST").replace("\r\n", "|");
        }
    }

    @Test
    void defaultHeadersAreAddedAfterThoseOfTheProgram() throws Exception {
        assertEquals(
                "GET /path?query HTTP/1.1|X-B: 1|x-a: 2|Host: HOST|User-Agent: " + UserAgent.read() + "|Accept: */*||",
                headOf(Method.METHOD_GET, List.of("X-B: 1", "x-a: 2"), ""));
    }

    @Test
    void headerGivenInAnyCaseReplacesTheDefault() throws Exception {
        assertEquals("GET /path?query HTTP/1.1|host: a|USER-AGENT: b|accept: c||",
                headOf(Method.METHOD_GET, List.of("host: a", "USER-AGENT: b", "accept: c"), ""));
    }

    @Test
    void contentLengthCountsBytes() throws Exception {
        assertEquals(
                "POST /path?query HTTP/1.1|Host: HOST|Content-Length: 2|User-Agent: " + UserAgent.read()
                        + "|Accept: */*||",
                headOf(Method.METHOD_POST, List.of(), "ü"));
    }

    @Test
    void userAgentNamesVersionAndOperatingSystem() {
        assertTrue(
                UserAgent.read().startsWith("PollHTTP/0.")
                        && UserAgent.read().endsWith(" (" + System.getProperty("os.name") + ")"),
                UserAgent.read());
    }

    @Test
    void pollReturnsWhileTheServerDoesNotRead() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> over.await()); GameLoop game = new GameLoop().connect(server)) {
            game.client.requestRaw(Method.METHOD_POST, "/", List.of(), new byte[LARGE]);
            for (int frame = 0; frame < 200; frame++) {
                assertEquals(ErrorCode.OK, game.client.poll());
            }
            assertEquals(Status.STATUS_REQUESTING, game.client.getStatus());
            over.countDown();
        }
    }

    @Test
    void largeBodyArrivesUnchanged() throws Exception {
        byte[] body = new byte[LARGE];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31 + i / 4096);
        }
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            received.complete(socket.getInputStream().readNBytes(LARGE));
            RawServer.send(socket, "HTTP/1.1 204 No Content\r\n\r\n");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            game.client.requestRaw(Method.METHOD_PUT, "/", List.of(), body);
            assertEquals(Status.STATUS_CONNECTED, game.awaitResponse());
            assertArrayEquals(body, received.get());
        }
    }

    @Test
    void uploadedBytesDoNotCountTheHead() throws Exception {
        CountDownLatch mayRead = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            mayRead.await();
            socket.getInputStream().skipNBytes(LARGE);
            RawServer.send(socket, "HTTP/1.1 204 No Content\r\n\r\n");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            game.client.requestRaw(Method.METHOD_PUT, "/", List.of(), new byte[LARGE]);
            GameLoop.await(() -> {
                game.client.poll();
                return game.client.getUploadedBytes() > 0;
            });
            assertTrue(game.client.getUploadedBytes() < LARGE);
            mayRead.countDown();
            game.awaitResponse();
            assertEquals(LARGE, game.client.getUploadedBytes());
        }
    }

    @Test
    void responseBeforeTheEndOfTheRequestIsDeliveredAndEndsTheConnection() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
            over.await();
        }); GameLoop game = new GameLoop().connect(server)) {
            game.client.requestRaw(Method.METHOD_POST, "/", List.of(), new byte[LARGE]);
            assertEquals(Status.STATUS_BODY, game.awaitResponse());
            assertEquals(413, game.client.getResponseCode());
            assertEquals("big", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
            over.countDown();
        }
    }

    @Test
    void uploadStopsAtAResponseEvenIfTheServerReadsOn() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            game.client.requestRaw(Method.METHOD_POST, "/", List.of(), new byte[4 * LARGE]);
            assertEquals(Status.STATUS_BODY, game.awaitResponse());
            assertEquals(413, game.client.getResponseCode());
            assertTrue(game.client.getUploadedBytes() < 2 * LARGE, () -> "sent " + game.client.getUploadedBytes());
            assertEquals("big", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
        }
    }

    @Test
    void requestWithConnectionCloseEndsTheConnection() throws Exception {
        try (RawServer server = new RawServer(SendingTest::answerTwice);
                GameLoop game = new GameLoop().connect(server)) {
            game.get("/", "Connection: close").awaitResponse();
            assertEquals("a", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
        }
    }

    private static void answerTwice(Socket socket) throws Exception {
        for (String answer : Arrays.asList("a", "b")) {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + answer);
        }
    }
}
