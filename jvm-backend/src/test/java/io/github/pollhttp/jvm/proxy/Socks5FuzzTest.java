package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.testing.HostilePeer;
import io.github.pollhttp.jvm.testing.Pieces;
import io.github.pollhttp.spi.FailureException;

/**
 * Fuzzes the connection through a SOCKS 5 proxy with Jazzer. The first byte of an input also tells whether the program has given a password, the rest is
 * what the proxy sends, cut into {@link Pieces}. A normal build runs the seeds. CONTRIBUTING.md tells how to fuzz.
 */
class Socks5FuzzTest {
    private static final String PASSWORD = "S3CRET";

    @FuzzTest(maxDuration = "10m")
    void connectionOpensAfterTheRightRepliesAndLosesNothing(byte[] input) throws IOException {
        if (!Pieces.isEnough(input)) {
            return;
        }
        byte[] bytes = Pieces.content(input);
        boolean withPassword = (input[0] & 1) != 0;
        int length = lengthOfReplies(bytes, withPassword);
        byte[] rest = length < 0 ? null : Arrays.copyOfRange(bytes, length, bytes.length);
        assertArrayEquals(rest, open(bytes, withPassword, Pieces.WHOLE));
        assertArrayEquals(rest, open(bytes, withPassword, Pieces.cut(input)));
    }

    /** RFC 1928 and 1929, on all bytes. @return the length of the replies, or -1 if the proxy does not open a connection */
    private static int lengthOfReplies(byte[] bytes, boolean withPassword) {
        int method = at(bytes, 0) == 5 ? at(bytes, 1) : -1;
        boolean asked = method == 2 && withPassword;
        boolean accepted = method == 0 || asked && at(bytes, 3) == 0;
        int reply = asked ? 4 : 2;
        if (!accepted || at(bytes, reply) != 5 || at(bytes, reply + 1) != 0) {
            return -1;
        }
        int address = switch (at(bytes, reply + 3)) {
            case 1 -> 4;
            case 3 -> 1 + at(bytes, reply + 4);
            case 4 -> 16;
            default -> -1;
        };
        int end = reply + 4 + address + 2;
        return address < 0 || at(bytes, reply + 4) < 0 || end > bytes.length ? -1 : end;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    /** @return the bytes that belong to the origin, or null without a connection */
    private static byte[] open(byte[] bytes, boolean withPassword, IntUnaryOperator cut) throws IOException {
        HostilePeer proxy = new HostilePeer(bytes, cut);
        ConnectStep step = new Socks5(proxy, new SocksAddress(new Endpoint(true, "example.com", 443)),
                withPassword ? ProxyCredentials.of("user:" + PASSWORD) : null, new Failures("https://example.com"));
        StreamPeer stream = null;
        try {
            while (stream == null) {
                int reads = proxy.reads();
                stream = step.poll();
                assertTrue(proxy.reads() - reads <= 6, "more reads in a poll than replies");
            }
        } catch (FailureException e) {
            assertTrue(proxy.isClosed());
            assertFalse(e.failure().message().contains(PASSWORD), e.failure().message());
            return null;
        } finally {
            boolean sent = new String(proxy.received(), StandardCharsets.ISO_8859_1).contains(PASSWORD);
            assertEquals(withPassword && at(bytes, 0) == 5 && at(bytes, 1) == 2, sent, "the password was sent");
        }
        return ProxyTunnelFuzzTest.readAll(stream);
    }
}
