package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.net.TcpStream;
import io.github.pollhttp.jvm.testing.BlockedThread;
import io.github.pollhttp.jvm.testing.CountingStream;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.testing.WrappedStream;

/** Blocking mode with real servers: a call returns only after something has happened. */
@Timeout(60)
class BlockingModeTest {
    private static HTTPClient blocking() {
        HTTPClient client = HTTPClient.create();
        client.setBlockingMode(true);
        return client;
    }

    private static HTTPClient blocking(RawServer server) {
        HTTPClient client = blocking();
        client.connectToHost("127.0.0.1", server.port());
        assertEquals(ErrorCode.OK, client.poll());
        assertEquals(Status.STATUS_CONNECTED, client.getStatus());
        return client;
    }

    private static String get(HTTPClient client) {
        assertEquals(ErrorCode.OK, client.request(Method.METHOD_GET, "/", List.of()));
        assertEquals(ErrorCode.OK, client.poll());
        assertEquals(Status.STATUS_BODY, client.getStatus());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (client.getStatus() == Status.STATUS_BODY) {
            body.writeBytes(client.readResponseBodyChunk());
        }
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    /** Pauses before each piece, because a client that polled in a loop instead of sleeping would read thousands of times in the pause. */
    private static RawServer slow(String... pieces) throws Exception {
        return new RawServer(socket -> {
            RawServer.readHead(socket);
            for (String piece : pieces) {
                Thread.sleep(50); // the pause is the subject of the test, so no condition can replace it
                RawServer.send(socket, piece);
            }
        });
    }

    @Test
    void eachCallWaitsForTheNextBytes() throws Exception {
        try (RawServer server = slow("HTTP/1.1 200 OK\r\nContent-Le", "ngth: 10\r\n\r\nhel", "lo", "world");
                HTTPClient client = blocking(server)) {
            assertEquals("helloworld", get(client));
            assertEquals(Status.STATUS_CONNECTED, client.getStatus());
        }
    }

    @Test
    void callsWaitForChunksAndForBodiesUntilClose() throws Exception {
        try (RawServer server = slow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\nhel", "lo\r\n0\r\n",
                "\r\n"); HTTPClient client = blocking(server)) {
            assertEquals("hello", get(client));
        }
        try (RawServer server = slow("HTTP/1.1 200 OK\r\n\r\n", "hel", "lo"); HTTPClient client = blocking(server)) {
            assertEquals("hello", get(client));
            assertEquals(Status.STATUS_DISCONNECTED, client.getStatus());
        }
    }

    @Test
    void pollWaitsForANameLookUp() throws Exception {
        try (RawServer server = slow("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                HTTPClient client = blocking()) {
            client.connectToHost("localhost", server.port());
            while (client.getStatus() != Status.STATUS_CONNECTED) {
                assertEquals(ErrorCode.OK, client.poll());
            }
            assertEquals("hello", get(client));
            client.connectToHost("does-not-exist.invalid", 80);
            assertEquals(ErrorCode.ERR_CANT_RESOLVE, client.poll());
        }
    }

    @Test
    void waitSleepsInsteadOfPolling() throws Exception {
        CountingStream stream;
        try (RawServer server = slow("HTTP/1.1 200 OK\r\n", "Content-Length: 5\r\n\r\n", "hello");
                HTTPClient client = blocking()) {
            stream = new CountingStream(open(server), ByteBuffer.allocate(0));
            client.setConnection(stream);
            assertEquals("hello", get(client));
        }
        assertTrue(stream.reads() <= 10, "three pieces took " + stream.reads() + " reads");
    }

    private static TcpStream open(RawServer server) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
        channel.configureBlocking(false);
        return new TcpStream(channel);
    }

    @Test
    void largeBodyIsSentToASlowReader() throws Exception {
        int length = 16 * 1024 * 1024;
        Thread game = Thread.currentThread();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            BlockedThread.await(game); // the client waits because the TCP window is full
            socket.getInputStream().readNBytes(length);
            RawServer.send(socket, "HTTP/1.1 204 No Content\r\n\r\n");
            RawServer.awaitEnd(socket);
        }); HTTPClient client = blocking(server)) {
            client.requestRaw(Method.METHOD_POST, "/", List.of(), new byte[length]);
            assertEquals(ErrorCode.OK, client.poll());
            assertEquals(204, client.getResponseCode());
        }
    }

    @Test
    void readTimeoutEndsAWait() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd); HTTPClient client = blocking(server)) {
            client.setReadTimeout(0.05);
            client.request(Method.METHOD_GET, "/", List.of());
            assertEquals(ErrorCode.ERR_CONNECTION_ERROR, client.poll());
            assertEquals(Reason.TIMEOUT, client.getFailure().reason());
        }
    }

    @Test
    void closeOnAnotherThreadEndsAWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            asked.countDown();
            RawServer.awaitEnd(socket);
        }); HTTPClient client = blocking(server)) {
            client.request(Method.METHOD_GET, "/", List.of());
            Thread closing = new Thread(closingAfter(asked, client));
            closing.start();
            client.poll();
            assertEquals(Status.STATUS_DISCONNECTED, client.getStatus());
            closing.join();
        }
    }

    private static Runnable closingAfter(CountDownLatch asked, HTTPClient client) {
        return () -> {
            try {
                asked.await();
                client.close();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    void interruptEndsAWaitAndKeepsTheConnection() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            go.await();
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            RawServer.awaitEnd(socket);
        }); HTTPClient client = blocking(server)) {
            client.request(Method.METHOD_GET, "/", List.of());
            Thread.currentThread().interrupt();
            assertEquals(ErrorCode.OK, client.poll());
            assertEquals(Status.STATUS_REQUESTING, client.getStatus());
            assertTrue(Thread.interrupted());
            go.countDown();
            client.poll();
            assertEquals("hello", new String(client.readResponseBodyChunk(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void streamOfTheProgramIsPolledInsteadOfSelected() throws Exception {
        try (RawServer server = slow("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel", "lo");
                HTTPClient client = blocking()) {
            client.setConnection(new WrappedStream(open(server)));
            assertEquals("hello", get(client));
        }
    }
}
