package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.BlockedThread;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/** Requests over TLS, and the end of a TLS connection with and without close_notify. */
@Timeout(60)
class TlsConnectionTest {
    private static final Identity LOCALHOST = Issuing.host("localhost").issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(LOCALHOST.pem());
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final int LARGE_BODY_BYTES = 5_000_000;

    private static RawServer serve(TlsConversation.OverTls conversation) throws Exception {
        return new RawServer(TlsConversation.by(LOCALHOST, conversation));
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static GameLoop connected(RawServer server) {
        GameLoop game = new GameLoop().connectTls(server, TRUSTING);
        assertEquals(Status.STATUS_CONNECTED, game.client.getStatus(), () -> game.client.getFailure().message());
        return game;
    }

    // Bodies

    @Test
    void manySmallRequestsUseOneConnection() throws Exception {
        try (RawServer server = serve(socket -> {
            while (true) {
                RawServer.readHead(socket);
                RawServer.send(socket, ANSWER);
            }
        }); GameLoop game = connected(server)) {
            for (int i = 0; i < 300; i++) {
                assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
                assertEquals("hello", game.readText());
                assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void largeBodyIsReceivedUnchanged() throws Exception {
        byte[] body = randomBytes(LARGE_BODY_BYTES);
        try (RawServer server = serve(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
            socket.getOutputStream().write(body);
            RawServer.awaitEnd(socket);
        }); GameLoop game = connected(server)) {
            game.get("/").awaitResponse();
            assertArrayEquals(body, game.readBody());
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
        }
    }

    @Test
    void largeBodyIsSentUnchangedToASlowServer() throws Exception {
        byte[] body = randomBytes(LARGE_BODY_BYTES);
        CountDownLatch sending = new CountDownLatch(1);
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        try (RawServer server = serve(socket -> {
            RawServer.readHead(socket);
            sending.await();
            received.complete(socket.getInputStream().readNBytes(body.length));
            RawServer.send(socket, ANSWER);
            RawServer.awaitEnd(socket);
        }); GameLoop game = connected(server)) {
            game.client.requestRaw(Method.METHOD_POST, "/", List.of(), body);
            for (int i = 0; i < 100; i++) {
                game.client.poll(); // until the buffers of client and server are full
            }
            sending.countDown();
            assertEquals(Status.STATUS_BODY, game.awaitResponse());
            assertEquals("hello", game.readText());
            assertArrayEquals(body, received.get());
        }
    }

    @Test
    void chunkedBodyIsReceivedUnchanged() throws Exception {
        byte[] body = randomBytes(1_000_000);
        try (RawServer server = serve(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            sendChunks(socket, body);
            RawServer.awaitEnd(socket);
        }); GameLoop game = connected(server)) {
            game.get("/").awaitResponse();
            assertArrayEquals(body, game.readBody());
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
        }
    }

    private static void sendChunks(Socket socket, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        Random random = new Random(1);
        int sent = 0;
        while (sent < body.length) {
            int size = Math.min(1 + random.nextInt(40_000), body.length - sent);
            out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, sent, size);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            sent += size;
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    // The end of the connection

    @Test
    void closeNotifyEndsABodyWithoutALength() throws Exception {
        try (RawServer server = serve(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\nall of it");
        }); GameLoop game = connected(server)) {
            game.get("/").awaitResponse();
            assertEquals("all of it", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
            assertNull(game.client.getFailure());
        }
    }

    /** @return a server that ends the TCP connection without close_notify, as an attacker on the network can */
    private static RawServer serverThatCutsAfter(String answer) throws Exception {
        TlsConversation[] conversation = new TlsConversation[1];
        Socket[] below = new Socket[1];
        conversation[0] = TlsConversation.by(LOCALHOST, tlsSocket -> {
            RawServer.readHead(tlsSocket);
            RawServer.send(tlsSocket, answer);
            below[0].shutdownOutput();
            RawServer.awaitEnd(below[0]);
        });
        return new RawServer(socket -> {
            below[0] = socket;
            conversation[0].with(socket);
        });
    }

    @Test
    void bodyWithoutALengthIsTruncatedIfCloseNotifyIsMissing() throws Exception {
        try (RawServer server = serverThatCutsAfter("HTTP/1.1 200 OK\r\n\r\npart of it");
                GameLoop game = connected(server)) {
            game.get("/").awaitResponse();
            assertEquals("part of it", game.readText());
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.client.getStatus());
            assertEquals(Reason.BODY_TRUNCATED, game.client.getFailure().reason());
            assertEquals(Phase.BODY, game.client.getFailure().phase());
        }
    }

    @Test
    void shortBodyIsTruncatedIfCloseNotifyIsMissing() throws Exception {
        try (RawServer server = serverThatCutsAfter("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\npart of it");
                GameLoop game = connected(server)) {
            game.get("/").awaitResponse();
            assertEquals("part of it", game.readText());
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.client.getStatus());
            assertEquals(Reason.BODY_TRUNCATED, game.client.getFailure().reason());
        }
    }

    @Test
    void completeBodyIsNoFailureIfCloseNotifyIsMissing() throws Exception {
        try (RawServer server = serverThatCutsAfter(ANSWER); GameLoop game = connected(server)) {
            game.get("/").awaitResponse();
            assertEquals("hello", game.readText());
            assertNull(game.client.getFailure());
            assertEquals(Status.STATUS_DISCONNECTED, game.awaitWhile(Status.STATUS_CONNECTED));
            assertNull(game.client.getFailure());
        }
    }

    /** The server closes with unread bytes, so that the client's next write fails. What arrived before it counts (RFC 9112 section 9.5). */
    private static void assertEarlyAnswerIsDelivered(String protocol) throws Exception {
        TlsConversation refusing = TlsConversation.by(LOCALHOST, socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket,
                    "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
        }).withProtocols(protocol);
        try (RawServer server = new RawServer(refusing); GameLoop game = connected(server)) {
            game.client.requestRaw(Method.METHOD_POST, "/", List.of(), new byte[16 * 1024 * 1024]);
            assertEquals(Status.STATUS_BODY, game.awaitResponse(), () -> game.client.getFailure().message());
            assertEquals(413, game.client.getResponseCode());
            assertEquals("big", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "after a reset, Windows discards the bytes that arrived before it")
    void answerBeforeTheEndOfAnUploadIsDeliveredEvenIfSendingFails() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEarlyAnswerIsDelivered("TLSv1.2");
            assertEarlyAnswerIsDelivered("TLSv1.3");
        }
    }

    @Test
    void closeSendsCloseNotify() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        try (RawServer server = serve(socket -> {
            try {
                end.complete(socket.getInputStream().read()); // throws if the connection ends without close_notify
            } catch (IOException e) {
                end.completeExceptionally(e);
            }
        }); GameLoop game = connected(server)) {
            game.client.close();
            assertEquals(-1, end.get());
        }
    }

    @Test
    void closeOnAnotherThreadEndsARequestWithoutAFailure() throws Exception {
        try (RawServer server = serve(RawServer::awaitEnd); GameLoop game = connected(server)) {
            game.get("/");
            Thread closing = new Thread(game.client::close);
            closing.start();
            assertEquals(Status.STATUS_DISCONNECTED, game.awaitResponse());
            closing.join();
            assertNull(game.client.getFailure());
            game.connectTls(server, TRUSTING);
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
        }
    }

    @Test
    void sessionTicketsOnAnIdleConnectionKeepItOpen() throws Exception {
        try (RawServer server = serve(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, ANSWER);
            RawServer.awaitEnd(socket);
        }); GameLoop game = connected(server)) {
            for (int i = 0; i < 100; i++) {
                assertEquals(ErrorCode.OK, game.client.poll());
                assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
            }
            game.get("/").awaitResponse();
            assertEquals("hello", game.readText());
        }
    }

    @Test
    void unrequestedResponseEndsTheConnection() throws Exception {
        try (RawServer server = serve(socket -> {
            RawServer.send(socket, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 4\r\n\r\nidle");
            RawServer.awaitEnd(socket);
        }); GameLoop game = connected(server)) {
            assertEquals(Status.STATUS_DISCONNECTED, game.awaitWhile(Status.STATUS_CONNECTED));
        }
    }

    // Blocking mode

    @Test
    void blockingModeWaitsForTheHeadAndForEachPieceOfTheBody() throws Exception {
        Thread game = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        try (RawServer server = serve(socket -> {
            RawServer.readHead(socket);
            BlockedThread.await(game);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhel");
            begun.await();
            BlockedThread.await(game);
            RawServer.send(socket, "loworld");
            RawServer.awaitEnd(socket);
        }); HTTPClient client = HTTPClient.create()) {
            client.setBlockingMode(true);
            client.connectToHost("localhost", server.port(), TRUSTING);
            while (client.getStatus() != Status.STATUS_CONNECTED) {
                assertEquals(ErrorCode.OK, client.poll());
            }
            client.request(Method.METHOD_GET, "/", List.of());
            assertEquals(ErrorCode.OK, client.poll());
            assertEquals(Status.STATUS_BODY, client.getStatus());
            assertEquals("hel", new String(client.readResponseBodyChunk(), StandardCharsets.US_ASCII));
            begun.countDown();
            assertEquals("loworld", new String(client.readResponseBodyChunk(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void blockingModeReturnsDecryptedBytesWithoutWaitingForTheNetwork() throws Exception {
        byte[] body = randomBytes(200_000);
        try (RawServer server = serve(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
            socket.getOutputStream().write(body);
            RawServer.awaitEnd(socket);
        }); GameLoop game = connected(server)) {
            game.get("/").awaitResponse();
            game.client.setBlockingMode(true);
            game.client.setReadChunkSize(256);
            ByteBuffer received = ByteBuffer.allocate(body.length);
            while (game.client.getStatus() == Status.STATUS_BODY) {
                byte[] chunk = game.client.readResponseBodyChunk();
                assertNotEquals(0, chunk.length);
                received.put(chunk);
            }
            assertArrayEquals(body, received.array());
        }
    }

    @Test
    void closeOnAnotherThreadEndsABlockingHandshake() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            begun.countDown();
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop()) {
            game.client.setBlockingMode(true);
            game.client.connectToHost("127.0.0.1", server.port(), TRUSTING);
            Thread closing = new Thread(() -> {
                try {
                    begun.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                game.client.close();
            });
            closing.start();
            while (game.client.getStatus() == Status.STATUS_CONNECTING) {
                game.client.poll();
            }
            closing.join();
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
            assertNull(game.client.getFailure());
        }
    }
}
