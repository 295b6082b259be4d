package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.net.TcpStream;
import io.github.pollhttp.jvm.testing.CountingStream;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.ManualClock;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.tls.Identity;
import io.github.pollhttp.jvm.tls.Issuing;
import io.github.pollhttp.jvm.tls.TlsConversation;

/** A connection that has been idle for many polls is watched by a selector instead of being read. Its end is still noticed. */
@Timeout(30)
class IdleConnectionTest {
    private static final Identity LOCALHOST = Issuing.host("localhost").issue();
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final int IDLE_POLLS = 200;
    private static final int MOST_READS = 100;

    private final CountDownLatch idle = new CountDownLatch(1);

    /** Polls often enough that the connection is watched. */
    private static void pollWhileIdle(GameLoop game) {
        for (int i = 0; i < IDLE_POLLS; i++) {
            game.client.poll();
        }
        assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
    }

    private RawServer serverThatSendsAndCloses(String unsolicited) throws Exception {
        return new RawServer(socket -> {
            idle.await();
            RawServer.send(socket, unsolicited);
            if (!unsolicited.isEmpty()) {
                RawServer.awaitEnd(socket);
            }
        });
    }

    private void expectDisconnected(GameLoop game) {
        pollWhileIdle(game);
        idle.countDown();
        assertEquals(Status.STATUS_DISCONNECTED, game.awaitWhile(Status.STATUS_CONNECTED));
    }

    @Test
    void closeByTheServerIsNoticed() throws Exception {
        try (RawServer server = serverThatSendsAndCloses(""); GameLoop game = new GameLoop().connect(server)) {
            expectDisconnected(game);
        }
    }

    @Test
    void unsolicitedResponseIsNoticed() throws Exception {
        try (RawServer server = serverThatSendsAndCloses("HTTP/1.1 408 Request Timeout\r\n\r\n");
                GameLoop game = new GameLoop().connect(server)) {
            expectDisconnected(game);
        }
    }

    @Test
    void closeOfATlsConnectionIsNoticed() throws Exception {
        try (RawServer server = new RawServer(TlsConversation.by(LOCALHOST, socket -> idle.await()));
                GameLoop game = new GameLoop().connectTls(server, TLSOptions.client(LOCALHOST.pem()))) {
            expectDisconnected(game);
        }
    }

    private static void answerAll(Socket socket) throws Exception {
        while (true) {
            RawServer.readHead(socket);
            RawServer.send(socket, ANSWER);
        }
    }

    @Test
    void watchedConnectionIsReused() throws Exception {
        try (RawServer server = new RawServer(IdleConnectionTest::answerAll);
                GameLoop game = new GameLoop().connect(server)) {
            for (int i = 0; i < 3; i++) {
                pollWhileIdle(game);
                assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
                assertEquals("hello", game.readText());
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void watchedConnectionIsNotReadOnEachPoll() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd); GameLoop game = new GameLoop().connect(server)) {
            CountingStream channel = new CountingStream(game.client.getConnection(), ByteBuffer.allocate(0));
            Http1Connection connection = new Http1Connection(channel, Http1Peer.ofProgramStream("agent"),
                    new ManualClock());
            for (int i = 0; i < 100 * IDLE_POLLS; i++) {
                assertTrue(connection.pollIdle());
            }
            assertTrue(channel.reads() <= MOST_READS, () -> "reads: " + channel.reads());
        }
    }

    @Test
    void closeDeregistersAndClosesTheSocket() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
            channel.configureBlocking(false);
            TcpStream stream = new TcpStream(channel);
            for (int i = 0; i < IDLE_POLLS; i++) {
                stream.isQuiet();
            }
            assertTrue(channel.isRegistered());
            stream.close();

            assertFalse(channel.isRegistered());
            assertFalse(channel.isOpen());
        }
    }
}
