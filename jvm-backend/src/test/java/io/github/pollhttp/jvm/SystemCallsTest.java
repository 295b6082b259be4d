package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.jvm.http1.RequestContent;
import io.github.pollhttp.jvm.testing.Arrival;
import io.github.pollhttp.jvm.testing.CountingStream;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.ManualClock;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.tls.Handshakes;
import io.github.pollhttp.jvm.tls.Identity;
import io.github.pollhttp.jvm.tls.Issuing;
import io.github.pollhttp.jvm.tls.TlsConversation;

/** Limits the system calls and copies of an exchange. They are counted at the socket, because a count does not vary as a measured time does. */
@Timeout(30)
class SystemCallsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final int REQUESTS = 10;
    /** So many that the stream no longer reads in each poll of an idle connection. */
    private static final int POLLS_UNTIL_WATCHED = 100;

    /** Size of the read that receives the head. Body bytes within it are copied, all others are not. */
    private static final int HEAD_BUFFER = 16 * 1024;
    private static final int PIECE_OF_UPLOAD = 512 * 1024;

    private final ByteBuffer target = ByteBuffer.allocateDirect(1024 * 1024);
    private final ManualClock clock = new ManualClock();
    private final Semaphore answered = new Semaphore(0);
    private final GameLoop game = new GameLoop();
    private RawServer server;
    private CountingStream channel;
    private Http1Connection connection;

    private void connect(String answer) throws Exception {
        connect(socket -> answer(socket, answer));
    }

    private void connect(RawServer.Conversation conversation) throws Exception {
        server = new RawServer(conversation);
        channel = new CountingStream(game.connect(server).client.getConnection(), target);
        connection = new Http1Connection(channel, Http1Peer.ofProgramStream("agent"), clock);
    }

    private void connectTls(String answer) throws Exception {
        Identity identity = Issuing.host("game.example").issue();
        server = new RawServer(TlsConversation.by(identity, socket -> answer(socket, answer)));
        channel = new CountingStream(Handshakes.stream(server), target);
        StreamPeer tls = Handshakes.succeed("game.example", channel, TLSOptions.client(identity.pem()));
        connection = new Http1Connection(tls, Http1Peer.ofProgramStream("agent"), clock);
    }

    private void answer(Socket socket, String answer) throws IOException {
        while (true) {
            RawServer.readHead(socket);
            RawServer.send(socket, answer);
            answered.release();
        }
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        server.close();
    }

    private void ask(Method method, byte[] body) throws Exception {
        connection.send(OutgoingRequest.of(method.token(), "/", List.of(), body.length), RequestContent.of(body),
                ResponseLimits.DEFAULT);
    }

    private void exchange() throws Exception {
        ask(Method.METHOD_GET, new byte[0]);
        answered.acquire();
        Arrival.await(channel);
        assertNotNull(connection.pollResponse());
        readBody();
    }

    /** Also reads the messages that a TLS server sends after the handshake. Some JDKs process them on another thread, so it takes several polls. */
    private void exchangeFirst() throws Exception {
        ask(Method.METHOD_GET, new byte[0]);
        answered.acquire();
        while (connection.pollResponse() == null) {
            Thread.onSpinWait();
        }
        readBody();
    }

    private void readBody() throws Exception {
        target.clear();
        while (!connection.isBodyEnded()) {
            connection.readBody(target);
        }
    }

    @Test
    void requestOnAUsedConnectionTakesOneWriteAndOneRead() throws Exception {
        connect(OK + "Content-Length: 5\r\n\r\nhello");
        for (int i = 0; i < REQUESTS; i++) {
            exchange();
        }
        assertEquals(REQUESTS, channel.writes());
        assertEquals(1, channel.emptyReads(), "only the first request reads before it writes");
        assertEquals(REQUESTS + 1, channel.reads());
    }

    @Test
    void smallChunkedResponseTakesOneRead() throws Exception {
        connect(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        for (int i = 0; i < REQUESTS; i++) {
            exchange();
        }
        assertEquals(REQUESTS, channel.writes());
        assertEquals(REQUESTS + 1, channel.reads());
    }

    @Test
    void requestOverTlsTakesOneWriteAndOneRead() throws Exception {
        connectTls(OK + "Content-Length: 5\r\n\r\nhello");
        exchangeFirst();
        int writes = channel.writes();
        int reads = channel.reads();
        for (int i = 0; i < REQUESTS; i++) {
            exchange();
        }
        assertEquals(REQUESTS, channel.writes() - writes);
        assertEquals(REQUESTS, channel.reads() - reads);
    }

    @Test
    void idleConnectionIsReadOnceBeforeItIsReused() throws Exception {
        connect(OK + "Content-Length: 5\r\n\r\nhello");
        for (int i = 0; i < REQUESTS; i++) {
            exchange();
            clock.advanceMillis(1);
        }
        assertEquals(REQUESTS, channel.emptyReads());
    }

    /** A game may poll a thousand of them in each frame, and a look at the clock is most of the cost. */
    @Test
    void pollOfAnIdleConnectionDoesNotLookAtTheClock() throws Exception {
        connect(OK + "Content-Length: 5\r\n\r\nhello");
        int[] looks = new int[1];
        connection = new Http1Connection(channel, Http1Peer.ofProgramStream("agent"), () -> {
            looks[0]++;
            return clock.getAsLong();
        });
        exchange();
        clock.advanceMillis(1);
        while (channel.quietChecks() < POLLS_UNTIL_WATCHED) {
            assertTrue(connection.pollIdle());
            clock.advanceMillis(1);
        }
        int before = looks[0];
        assertTrue(connection.pollIdle());
        assertTrue(connection.pollIdle());
        assertEquals(0, looks[0] - before);
    }

    @Test
    void requestThatFollowsACheckOfTheConnectionDoesNotReadAgain() throws Exception {
        connect(OK + "Content-Length: 5\r\n\r\nhello");
        for (int i = 0; i < REQUESTS; i++) {
            assertTrue(connection.pollIdle());
            exchange();
            clock.advanceMillis(1);
        }
        assertEquals(REQUESTS, channel.emptyReads());
    }

    /** The calls of an HTTPRequest that requests again in its listener: a poll, and then the request. */
    @Test
    void requestRightAfterAResponseTakesOneWriteAndOneReadAlsoWithAPollBefore() throws Exception {
        connect(OK + "Content-Length: 5\r\n\r\nhello");
        exchange();
        for (int i = 1; i < REQUESTS; i++) {
            assertTrue(connection.pollIdle());
            exchange();
        }
        assertEquals(REQUESTS, channel.writes());
        assertEquals(REQUESTS + 1, channel.reads());
        assertEquals(0, channel.quietChecks());
    }

    @Test
    void largeBodyIsReadIntoTheProgramsBufferWithoutACopy() throws Exception {
        int length = 512 * 1024;
        connect(OK + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length));
        exchange();
        assertEquals(length, target.position());
        assertTrue(channel.bytesIntoProgramBuffer() >= length - HEAD_BUFFER,
                () -> "without a copy: " + channel.bytesIntoProgramBuffer());
    }

    @Test
    void uploadIsWrittenInPiecesOfHalfAMebibyte() throws Exception {
        int length = 10 * PIECE_OF_UPLOAD;
        connect(socket -> {
            RawServer.readHead(socket);
            socket.getInputStream().skipNBytes(length);
            RawServer.awaitEnd(socket);
        });
        ask(Method.METHOD_POST, new byte[length]);
        while (connection.uploaded() < length) {
            connection.pollResponse();
        }
        assertTrue(channel.writes() >= 11, "head and body together are more than ten pieces");
        int whole = channel.writes() - channel.partialWrites();
        assertTrue(whole <= 11, () -> "pieces that were not cut short by the peer: " + whole);
    }
}
