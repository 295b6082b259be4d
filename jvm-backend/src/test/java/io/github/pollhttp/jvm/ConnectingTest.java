package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.TcpStream;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/** Connecting by name, by address, and over a stream that the program supplies; and upgraded connections. */
@Timeout(30)
class ConnectingTest {

    @Test
    void unknownHostNameCannotBeResolved() {
        try (GameLoop game = new GameLoop()) {
            assertEquals(ErrorCode.OK, game.client.connectToHost("does-not-exist.invalid", 80));
            assertEquals(Status.STATUS_CANT_RESOLVE, game.awaitWhile(Status.STATUS_RESOLVING));
            assertEquals(ErrorCode.ERR_CANT_RESOLVE, game.client.poll());
            assertTrue(game.client.getFailure().message().contains("does-not-exist.invalid"));
        }
    }

    @Test
    void nameThatDnsCannotEncodeIsRejected() {
        try (GameLoop game = new GameLoop()) {
            for (String name : new String[]{"\u00fc".repeat(80), "xn--a", "evil.example\uff0f.good.example",
                    "a\u202fb.example",
                    "good.example\uff20evil.example"}) {
                assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.client.connectToHost(name, 80), name);
            }
        }
    }

    @Test
    void portWithoutAListenerRefusesTheConnection() throws Exception {
        try (SocketChannel bound = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                GameLoop game = new GameLoop()) {
            game.client.connectToHost("127.0.0.1", ((InetSocketAddress) bound.getLocalAddress()).getPort());
            assertEquals(Status.STATUS_CANT_CONNECT, game.awaitWhile(Status.STATUS_CONNECTING));
            assertEquals(Reason.REFUSED, game.client.getFailure().reason());
        }
    }

    @Test
    void manyClientsConnectAtTheSameTime() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            List<GameLoop> games = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                GameLoop game = new GameLoop();
                games.add(game);
                assertEquals(ErrorCode.OK, game.client.connectToHost("localhost", server.port()));
            }
            for (GameLoop game : games) {
                game.awaitWhile(Status.STATUS_RESOLVING);
                assertEquals(Status.STATUS_CONNECTED, game.awaitWhile(Status.STATUS_CONNECTING));
            }
            games.forEach(GameLoop::close);
        }
    }

    @Test
    void closeDuringALookUpDisconnects() {
        try (GameLoop game = new GameLoop()) {
            game.client.connectToHost("does-not-exist.invalid", 80);
            game.client.close();
            assertEquals(ErrorCode.ERR_UNCONFIGURED, game.client.poll());
        }
    }

    @Test
    void streamOfTheProgramCarriesRequests() throws Exception {
        CompletableFuture<String> head = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            head.complete(RawServer.readHead(socket));
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop()) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
            channel.configureBlocking(false);
            StreamPeer stream = new TcpStream(channel);
            game.client.setConnection(stream);
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
            assertEquals(stream, game.client.getConnection());
            game.get("/").awaitResponse();
            assertEquals("hello", game.readText());
            assertTrue(head.get().contains("\r\nHost: \r\n"), head.get());
            game.client.close();
            assertTrue(!channel.isOpen());
        }
    }

    @Test
    void upgradeHandsTheStreamAndReceivedBytesToTheProgram() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket,
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\nraw");
            socket.getInputStream().transferTo(socket.getOutputStream());
        }); GameLoop game = new GameLoop().connect(server)) {
            assertEquals(Status.STATUS_CONNECTED,
                    game.get("/", "Upgrade: echo", "Connection: Upgrade").awaitResponse());
            assertEquals(101, game.client.getResponseCode());
            StreamPeer stream = game.client.getConnection();
            stream.write(ByteBuffer.wrap("bytes".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer received = ByteBuffer.allocate(8);
            GameLoop.await(() -> {
                game.client.poll();
                return readsAll(stream, received);
            });
            assertEquals("rawbytes", new String(received.array(), StandardCharsets.US_ASCII));
            assertEquals(ErrorCode.ERR_INVALID_PARAMETER,
                    game.client.request(HTTPClient.Method.METHOD_GET, "/", List.of()));
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
        }
    }

    private static boolean readsAll(StreamPeer stream, ByteBuffer target) {
        try {
            stream.read(target);
            return !target.hasRemaining();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void manyRequestsUseOneConnection() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            while (true) {
                RawServer.readHead(socket);
                RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            }
        }); GameLoop game = new GameLoop().connect(server)) {
            for (int i = 0; i < 100; i++) {
                game.get("/").awaitResponse();
                assertEquals("hello", game.readText());
            }
            assertEquals(1, server.connections());
        }
    }
}
