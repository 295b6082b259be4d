package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.spi.FailureException;

/**
 * Fuzzes TLS connections with Jazzer. An input controls a {@link HostileTlsServer}. A normal build runs the seeds. CONTRIBUTING.md tells how to fuzz.
 */
class TlsRecordsFuzzTest {
    private static final int MOST_INPUT = 64;
    private static final int MOST_READS_A_POLL = 64;
    private static final int MOST_READS = 100_000;
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final Identity SERVER = Issuing.host("game.example").issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(SERVER.pem());
    private static final SSLContext CONTEXT = context();

    private static SSLContext context() {
        try {
            return TlsConversation.context(SERVER, null);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void onlyDataOfTheServerIsDeliveredAndItsEndIsNotForged(byte[] input) {
        if (input.length < 2 || input.length > MOST_INPUT) {
            return;
        }
        HostileTlsServer server = new HostileTlsServer(CONTEXT, input);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        boolean whole = false;
        try {
            StreamPeer stream = shakeHands(server);
            whole = stream != null && readAll(stream, server, received);
        } finally {
            server.close();
        }
        byte[] sent = server.data();
        assertTrue(received.size() <= sent.length);
        assertArrayEquals(Arrays.copyOf(sent, received.size()), received.toByteArray());
        if (whole) {
            assertEquals(sent.length, received.size(), "data is missing, but the end looks right");
        }
        assertTrue(whole || server.isAttacked() || server.keyUpdates() > 0,
                "a connection that nobody has changed has failed");
    }

    /** @return the stream, or null after a failure */
    private static StreamPeer shakeHands(HostileTlsServer server) {
        ConnectStep handshake = Handshakes.begin("game.example", server, TRUSTING);
        long start = System.nanoTime();
        try {
            StreamPeer stream = null;
            while (stream == null) {
                int reads = server.reads;
                stream = handshake.poll();
                assertTrue(server.reads - reads <= MOST_READS_A_POLL, "too many reads in a poll");
                assertTrue(System.nanoTime() - start < LONGEST_NANOS, "the handshake does not end");
                LockSupport.parkNanos(10_000); // another thread computes
            }
            return stream;
        } catch (FailureException e) {
            return null;
        }
    }

    /** @return whether the stream has ended, and not failed */
    private static boolean readAll(StreamPeer stream, HostileTlsServer server, ByteArrayOutputStream received) {
        ByteBuffer target = ByteBuffer.allocate(5000);
        try {
            stream.write(ByteBuffer.wrap(new byte[]{1, 2, 3}));
            for (int i = 0; i < MOST_READS; i++) {
                int reads = server.reads;
                int count = stream.read(target.clear());
                assertTrue(server.reads - reads <= MOST_READS_A_POLL, "too many reads in a poll");
                if (count < 0) {
                    return true;
                }
                received.write(target.array(), 0, count);
                if (count == 0) {
                    LockSupport.parkNanos(10_000); // another thread computes
                }
            }
            throw new AssertionError("the stream does not end");
        } catch (IOException e) {
            return false;
        } finally {
            stream.close();
        }
    }
}
