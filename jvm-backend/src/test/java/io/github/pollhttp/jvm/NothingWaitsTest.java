package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.jvm.testing.NonBlockingThread;
import io.github.pollhttp.jvm.testing.RawServer;

/** No call of a client or a request blocks the caller's thread. Each situation in which one might runs on a thread that detects blocking calls. */
@Timeout(60)
class NothingWaitsTest {
    private static final int LARGE = 16 * 1024 * 1024;
    private static final int FRAMES = 200;
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final HTTPClient client = HTTPClient.create();

    @AfterEach
    void close() {
        client.close();
    }

    private static void expectNoBlockingCall(NonBlockingThread.Work work) throws Exception {
        assertEquals(List.of(), NonBlockingThread.blockingCallsOf(work));
    }

    private void connect(String host, RawServer server) {
        assertEquals(ErrorCode.OK, client.connectToHost(host, server.port()));
        awaitEndOf(Status.STATUS_RESOLVING);
        awaitEndOf(Status.STATUS_CONNECTING);
        assertEquals(Status.STATUS_CONNECTED, client.getStatus());
    }

    private void awaitEndOf(Status status) {
        NonBlockingThread.await(() -> {
            client.poll();
            client.readResponseBodyChunk();
            return client.getStatus() != status;
        });
    }

    private void pollFrames(Status expected) {
        for (int i = 0; i < FRAMES; i++) {
            client.poll();
            assertEquals(0, client.readResponseBodyChunk().length);
        }
        assertEquals(expected, client.getStatus());
    }

    private static RawServer silent() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        return new RawServer(socket -> never.await());
    }

    @Test
    void connectByNameOrAddressDoesNotBlock() throws Exception {
        try (RawServer server = silent()) {
            expectNoBlockingCall(() -> connect("localhost", server));
            expectNoBlockingCall(() -> connect("127.0.0.1", server));
        }
    }

    @Test
    void unknownHostNameDoesNotBlock() throws Exception {
        expectNoBlockingCall(() -> {
            client.connectToHost("unknown-name.invalid", 80);
            awaitEndOf(Status.STATUS_RESOLVING);
            assertEquals(Status.STATUS_CANT_RESOLVE, client.getStatus());
        });
    }

    @Test
    void closeDuringALookUpDoesNotBlock() throws Exception {
        expectNoBlockingCall(() -> {
            for (int i = 0; i < FRAMES; i++) {
                client.connectToHost("unknown-name-" + i % 7 + ".invalid", 80);
                client.poll();
                client.close();
            }
            assertEquals(Status.STATUS_DISCONNECTED, client.getStatus());
        });
    }

    @Test
    void exchangeDoesNotBlock() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, ANSWER + "10000\r\n" + "x".repeat(65536) + "\r\n0\r\n\r\n");
            RawServer.awaitEnd(socket);
        })) {
            expectNoBlockingCall(() -> {
                connect("127.0.0.1", server);
                client.request(Method.METHOD_GET, "/", List.of("X-A: b"));
                awaitEndOf(Status.STATUS_REQUESTING);
                awaitEndOf(Status.STATUS_BODY);
                assertEquals(Status.STATUS_CONNECTED, client.getStatus());
                client.close();
            });
        }
    }

    @Test
    void serverThatAcceptsAndSendsNothingDoesNotBlock() throws Exception {
        try (RawServer server = silent()) {
            expectNoBlockingCall(() -> {
                connect("127.0.0.1", server);
                pollFrames(Status.STATUS_CONNECTED);
                client.request(Method.METHOD_GET, "/", List.of());
                pollFrames(Status.STATUS_REQUESTING);
            });
        }
    }

    @Test
    void serverThatStopsInTheBodyDoesNotBlock() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, ANSWER);
            RawServer.awaitEnd(socket);
        })) {
            expectNoBlockingCall(() -> {
                connect("127.0.0.1", server);
                client.request(Method.METHOD_GET, "/", List.of());
                awaitEndOf(Status.STATUS_REQUESTING);
                pollFrames(Status.STATUS_BODY);
            });
        }
    }

    @Test
    void serverThatNeverReadsBlocksNeitherARequestNorClose() throws Exception {
        byte[] body = new byte[LARGE];
        try (RawServer server = silent()) {
            expectNoBlockingCall(() -> {
                connect("127.0.0.1", server);
                client.requestRaw(Method.METHOD_POST, "/", List.of(), body);
                pollFrames(Status.STATUS_REQUESTING);
                client.close();
                assertEquals(Status.STATUS_DISCONNECTED, client.getStatus());
            });
        }
    }

    // Blocking calls are detected

    private static void expectBlockingCall(NonBlockingThread.Work work) throws Exception {
        assertTrue(!NonBlockingThread.blockingCallsOf(work).isEmpty());
    }

    @Test
    void sleepParkAndObjectWaitAreDetected() throws Exception {
        expectBlockingCall(() -> Thread.sleep(1));
        expectBlockingCall(() -> LockSupport.parkNanos(1));
        Object monitor = new Object();
        expectBlockingCall(() -> {
            synchronized (monitor) {
                monitor.wait(1);
            }
        });
    }

    @Test
    void nameLookUpIsDetected() throws Exception {
        expectBlockingCall(() -> assertThrows(UnknownHostException.class,
                () -> InetAddress.getAllByName("not-in-any-cache.invalid")));
    }

    @Test
    void blockingSocketReadIsDetected() throws Exception {
        try (RawServer server = silent();
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()))) {
            channel.socket().setSoTimeout(200); // long enough for the read to begin to wait, even on a busy machine
            expectBlockingCall(() -> assertThrows(SocketTimeoutException.class,
                    () -> channel.socket().getInputStream().read()));
        }
    }

    @Test
    void requestWithRedirectDownloadFileAndCancelDoesNotBlock(@TempDir Path folder) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort");
            never.await();
        });
        try (server; HTTPRequest http = HTTPRequest.create()) {
            String url = "http://localhost:" + server.port() + "/";
            for (boolean threads : new boolean[]{false, true}) {
                expectNoBlockingCall(() -> {
                    http.setUseThreads(threads);
                    http.setDownloadFile(folder.resolve("file").toString());
                    http.request(url);
                    NonBlockingThread.await(() -> {
                        http.poll();
                        return http.getDownloadedBytes() == 5;
                    });
                    for (int i = 0; i < FRAMES; i++) {
                        http.poll();
                    }
                    http.cancelRequest();
                    http.poll();
                });
            }
        }
    }
}
