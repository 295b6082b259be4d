package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.ByteByByteStream;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.jvm.net.BlockingWaitSet;

/** {@code TlsStream} without HTTP on top. */
@Timeout(20)
class TlsStreamTest {
    private static final Identity SERVER = Issuing.host("game.example").issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(SERVER.pem());

    private static TlsConversation converse(String protocol, TlsConversation.OverTls conversation) throws Exception {
        return TlsConversation.by(SERVER, conversation).withProtocols(protocol);
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    /** Sends all bytes while it reads the same number of bytes. */
    private static byte[] echo(StreamPeer stream, byte[] bytes, int pieceSize) {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        ByteBuffer in = ByteBuffer.allocate(bytes.length);
        GameLoop.await(() -> {
            try {
                stream.write(out);
                int count;
                do {
                    count = stream.read(in.limit(Math.min(in.capacity(), in.position() + pieceSize)));
                } while (count > 0);
                return in.position() == in.capacity();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return in.array();
    }

    private static int readOne(StreamPeer stream) {
        int[] count = {0};
        GameLoop.await(() -> {
            try {
                count[0] = stream.read(ByteBuffer.allocate(1));
                return count[0] != 0;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return count[0];
    }

    private static void assertEchoes(String protocol, int byteCount, int pieceSize) throws Exception {
        byte[] bytes = randomBytes(byteCount);
        try (RawServer server = new RawServer(
                converse(protocol, socket -> socket.getInputStream().transferTo(socket.getOutputStream())));
                StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING)) {
            assertArrayEquals(bytes, echo(stream, bytes, pieceSize));
        }
    }

    @Test
    void echoedBytesAreUnchanged() throws Exception {
        for (String protocol : new String[]{"TLSv1.2", "TLSv1.3"}) {
            assertEchoes(protocol, 2_000_000, 2_000_000);
            assertEchoes(protocol, 300_000, 1000);
            assertEchoes(protocol, 3000, 1);
        }
    }

    @Test
    void connectionThatMovesOneByteACallLosesNoByte() throws Exception {
        byte[] bytes = randomBytes(500);
        try (RawServer server = new RawServer(
                converse("TLSv1.3", socket -> socket.getInputStream().transferTo(socket.getOutputStream())))) {
            ConnectStep handshake = Handshakes.begin("game.example", new ByteByByteStream(Handshakes.stream(server)),
                    TRUSTING);
            AtomicReference<StreamPeer> stream = new AtomicReference<>();
            GameLoop.await(() -> {
                stream.set(Handshakes.poll(handshake));
                return stream.get() != null;
            });
            assertArrayEquals(bytes, echo(stream.get(), bytes, 500));
            stream.get().close();
        }
    }

    /** {@code startHandshake()} sends a KeyUpdate in TLS 1.3, and starts a renegotiation in TLS 1.2. */
    private static void assertEchoesAfterAnotherHandshake(String protocol) throws Exception {
        byte[] bytes = randomBytes(100_000);
        try (RawServer server = new RawServer(converse(protocol, socket -> {
            socket.getOutputStream().write(socket.getInputStream().readNBytes(bytes.length));
            socket.startHandshake();
            socket.getInputStream().transferTo(socket.getOutputStream());
        })); StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING)) {
            assertArrayEquals(bytes, echo(stream, bytes, 5000));
            assertArrayEquals(bytes, echo(stream, bytes, 5000));
            assertArrayEquals(bytes, echo(stream, bytes, 5000));
        }
    }

    @Test
    void keyUpdateLosesNoByte() throws Exception {
        assertEchoesAfterAnotherHandshake("TLSv1.3");
    }

    /** In TLS 1.3 each {@code startHandshake()} after the first sends one KeyUpdate. */
    private static void sendKeyUpdates(SSLSocket socket, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            socket.startHandshake();
        }
    }

    @Test
    void thirtyTwoKeyUpdatesInARowLoseNoByte() throws Exception {
        byte[] bytes = randomBytes(5);
        try (RawServer server = new RawServer(converse("TLSv1.3", socket -> {
            for (byte each : bytes) {
                sendKeyUpdates(socket, 32);
                socket.getOutputStream().write(each);
            }
            RawServer.awaitEnd(socket);
        })); StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING)) {
            ByteBuffer received = ByteBuffer.allocate(bytes.length);
            GameLoop.await(() -> readUntilFull(stream, received));
            assertArrayEquals(bytes, received.array());
        }
    }

    private static boolean readUntilFull(StreamPeer stream, ByteBuffer target) {
        try {
            stream.read(target);
            return !target.hasRemaining();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thirtyThreeKeyUpdatesInARowEndTheConnection() throws Exception {
        try (RawServer server = new RawServer(converse("TLSv1.3", socket -> {
            socket.getOutputStream().write(7);
            sendKeyUpdates(socket, 33);
            RawServer.awaitEnd(socket);
        })); StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING)) {
            assertEquals(1, readOne(stream));
            SSLException failure = assertThrows(SSLException.class, () -> {
                while (stream.read(ByteBuffer.allocate(10)) == 0) {
                    Thread.onSpinWait();
                }
            });
            assertTrue(failure.getMessage().contains("32"), failure.getMessage());
        }
    }

    @Test
    void oneReadDecryptsAtMost32RecordsWithoutData() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        int pieces = 40;
        try (RawServer server = new RawServer(converse("TLSv1.3", socket -> {
            for (int i = 0; i < pieces; i++) {
                sendKeyUpdates(socket, 31);
                socket.getOutputStream().write(7);
            }
            sent.countDown();
            RawServer.awaitEnd(socket);
        })); StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING)) {
            sent.await();
            ByteBuffer received = ByteBuffer.allocate(pieces);
            GameLoop.await(() -> {
                int before = received.position();
                boolean full = readUntilFull(stream, received);
                assertTrue(received.position() - before <= 2, () -> "bytes: " + (received.position() - before));
                return full;
            });
        }
    }

    @Test
    void writeAfterThePeerHasClosedIsNoTlsViolation() throws Exception {
        try (RawServer server = new RawServer(converse("TLSv1.2", socket -> {
            socket.close();
        })); StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING)) {
            assertEquals(-1, readOne(stream));
            IOException failure = assertThrows(IOException.class, () -> {
                while (true) {
                    stream.write(ByteBuffer.allocate(10));
                }
            });
            assertFalse(failure instanceof SSLException, failure.toString());
        }
    }

    @Test
    void renegotiationLosesNoByte() throws Exception {
        assertEchoesAfterAnotherHandshake("TLSv1.2");
    }

    @Test
    void closeNotifyEndsTheStreamForEveryLaterRead() throws Exception {
        try (RawServer server = new RawServer(converse("TLSv1.3", socket -> socket.getOutputStream().write(7)));
                StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING)) {
            assertEquals(1, readOne(stream));
            assertEquals(-1, readOne(stream));
            assertEquals(-1, readOne(stream));
        }
    }

    @Test
    void changedByteFailsAndDeliversNoData() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        TlsConversation conversation = converse("TLSv1.3", socket -> {
            socket.getOutputStream().write(7);
            changed.await();
        });
        try (RawServer server = new RawServer(conversation); StreamPeer below = Handshakes.stream(server)) {
            CorruptingStream corrupting = new CorruptingStream(below);
            ConnectStep handshake = Handshakes.begin("game.example", corrupting, TRUSTING);
            AtomicReference<StreamPeer> stream = new AtomicReference<>();
            GameLoop.await(() -> {
                stream.set(Handshakes.poll(handshake));
                return stream.get() != null;
            });
            corrupting.begin();
            SSLException failure = assertThrows(SSLException.class, () -> {
                while (stream.get().read(ByteBuffer.allocate(10)) == 0) {
                    Thread.onSpinWait();
                }
            });
            assertEquals(failure, assertThrows(SSLException.class, () -> stream.get().read(ByteBuffer.allocate(10))));
            changed.countDown();
        }
    }

    @Test
    void readAndWriteAfterCloseFail() throws Exception {
        try (RawServer server = new RawServer(converse("TLSv1.3", RawServer::awaitEnd))) {
            StreamPeer stream = Handshakes.succeed("game.example", server, TRUSTING);
            stream.close();
            stream.close();
            assertThrows(ClosedChannelException.class, () -> stream.read(ByteBuffer.allocate(1)));
            assertThrows(ClosedChannelException.class, () -> stream.write(ByteBuffer.allocate(1)));
        }
    }

    private static void assertNoWaitForUnreadBytes(int byteCount, int pieceSize) throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (RawServer server = new RawServer(converse("TLSv1.3", socket -> {
            socket.getOutputStream().write(new byte[byteCount]);
            sent.countDown();
            RawServer.awaitEnd(socket);
        })); TlsStream stream = (TlsStream) Handshakes.succeed("game.example", server, TRUSTING)) {
            sent.await();
            int count = 0;
            while (count < byteCount) {
                try (BlockingWaitSet readiness = new BlockingWaitSet(TimeUnit.HOURS.toNanos(1))) {
                    stream.awaitedBy(readiness, false);
                    readiness.await();
                }
                count += stream.read(ByteBuffer.allocate(pieceSize));
            }
            assertEquals(byteCount, count);
        }
    }

    @Test
    void waitEndsAtOnceIfReceivedBytesAreUnread() throws Exception {
        assertNoWaitForUnreadBytes(50_000, 1000);
        for (int records = 1; records <= 12; records++) {
            assertNoWaitForUnreadBytes(records * 16 * 1024, 16 * 1024);
        }
    }
}
