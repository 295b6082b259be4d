package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.testing.HostilePeer;
import io.github.pollhttp.jvm.testing.Pieces;
import io.github.pollhttp.spi.FailureException;

/**
 * Fuzzes the tunnel through an HTTP proxy with Jazzer. An input is what the proxy sends, cut into {@link Pieces}. A normal build runs the seeds.
 * CONTRIBUTING.md tells how to fuzz.
 */
class ProxyTunnelFuzzTest {
    private static final ResponseLimits SMALL = new ResponseLimits(400, 6, 200, 30, 200);

    /**
     * @param rest    the bytes that belong to the origin; null without a tunnel
     * @param failure the reason; null with a tunnel
     */
    private record Opened(byte[] rest, String failure) {}

    @FuzzTest(maxDuration = "10m")
    void tunnelOpensAfterTheHeadOf2xxAndLosesNothing(byte[] input) throws IOException {
        if (!Pieces.isEnough(input)) {
            return;
        }
        byte[] bytes = Pieces.content(input);
        Opened whole = open(bytes, Pieces.WHOLE, ResponseLimits.DEFAULT);
        Opened cut = open(bytes, Pieces.cut(input), ResponseLimits.DEFAULT);
        assertEquals(whole.failure(), cut.failure());
        assertArrayEquals(whole.rest(), cut.rest());
        if (whole.rest() != null) {
            checkHead(bytes, whole.rest());
        }
        checkThatAFloodEnds(bytes);
    }

    private static void checkHead(byte[] bytes, byte[] rest) throws IOException {
        byte[] heads = Arrays.copyOf(bytes, bytes.length - rest.length);
        assertArrayEquals(Arrays.copyOfRange(bytes, heads.length, bytes.length), rest);
        assertArrayEquals(new byte[0], open(heads, Pieces.WHOLE, ResponseLimits.DEFAULT).rest());
        byte[] less = Arrays.copyOf(heads, heads.length - 1);
        assertEquals(null, open(less, Pieces.WHOLE, ResponseLimits.DEFAULT).rest(), "open before the end of the head");
        String text = new String(heads, StandardCharsets.ISO_8859_1);
        String[] parts = text.strip().split("\r?\n\r?\n");
        assertTrue(parts[parts.length - 1].strip().matches("(?s)HTTP/1\\.[0-9] 2[0-9][0-9]([ \r\n].*)?"), text);
    }

    /** A proxy that repeats the bytes for ever is left after the limits, not followed for ever. */
    private static void checkThatAFloodEnds(byte[] bytes) throws IOException {
        byte[] flood = new byte[64 * 1024];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = bytes[i % bytes.length];
        }
        Opened flooded = open(flood, left -> Math.min(left, 1024), SMALL);
        assertTrue(flooded.failure() == null || !flooded.failure().equals(Reason.CONNECTION_RESET.name()),
                flooded.failure());
    }

    private static Opened open(byte[] bytes, IntUnaryOperator cut, ResponseLimits limits) throws IOException {
        HostilePeer proxy = new HostilePeer(bytes, cut);
        ConnectStep step = new ProxyTunnel(proxy, new TunnelRequest("example.com:443", "Basic c2VjcmV0", "agent"),
                limits,
                new Failures("https://example.com"));
        StreamPeer tunnel = null;
        try {
            while (tunnel == null) {
                int reads = proxy.reads();
                tunnel = step.poll();
                assertTrue(proxy.reads() - reads <= 1, "more than one read in a poll");
            }
        } catch (FailureException e) {
            assertTrue(proxy.isClosed());
            return new Opened(null, e.failure().reason().name());
        }
        assertTrue(new String(proxy.received(), StandardCharsets.ISO_8859_1)
                .startsWith("CONNECT example.com:443 HTTP/1.1\r\n"));
        return new Opened(readAll(tunnel), null);
    }

    static byte[] readAll(StreamPeer stream) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(128 * 1024);
        while (stream.read(all) >= 0) {
            assertTrue(all.hasRemaining());
        }
        return Arrays.copyOf(all.array(), all.position());
    }
}
