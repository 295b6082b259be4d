package io.github.pollhttp.jvm.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** One call does a bounded amount of work, however fast the peer is, so that it does not delay a frame. Counts bytes and calls. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkPerCallTest {
    private static final int MEBIBYTE = 1024 * 1024;

    /** Size of one read or write in bytes; a bound on work may be exceeded by one of them. */
    private static final int ONE_MORE = 64 * 1024;
    private static final int MOST_CALLS = 200;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    /** Nearly as long as a chunk extension may be. */
    private static final String LONG = "x".repeat(8000);
    private static final String MOSTLY_EXTENSION = "1;" + LONG + "\r\na\r\n";

    private final HTTPClient client = HTTPClient.create();

    private EndlessResponseStream ask(EndlessResponseStream peer, byte[] body) {
        client.setConnection(peer);
        client.requestRaw(Method.METHOD_POST, "/", List.of(), body);
        return peer;
    }

    private EndlessResponseStream bodyOf(String opening, String refrain) {
        EndlessResponseStream peer = ask(new EndlessResponseStream(opening, refrain), new byte[0]);
        client.poll();
        assertEquals(Status.STATUS_BODY, client.getStatus());
        return peer;
    }

    @Test
    void oneCallSendsAtMostAboutOneMebibyte() {
        byte[] body = new byte[8 * MEBIBYTE];
        EndlessResponseStream peer = ask(new EndlessResponseStream("", ""), body);
        int calls = 1;
        for (long before = 0; peer.taken() < body.length; calls++) {
            assertTrue(peer.taken() - before <= MEBIBYTE + ONE_MORE, () -> "sent " + peer.taken());
            assertTrue(peer.taken() > before, "each call sends some bytes");
            before = peer.taken();
            client.poll();
        }
        assertTrue(calls >= 8, "calls: " + calls);
    }

    @Test
    void onePollReceivesAtMostOneBufferOfAHead() {
        EndlessResponseStream peer = ask(new EndlessResponseStream(OK, "a: b\r\n"), new byte[0]);
        client.poll();
        assertTrue(peer.given() <= ONE_MORE, () -> "received " + peer.given());
    }

    @Test
    void pollDuringTheBodyReceivesNothing() {
        EndlessResponseStream peer = bodyOf(OK + "\r\n", "x");
        long before = peer.given();
        for (int i = 0; i < 1000; i++) {
            client.poll();
        }
        assertEquals(before, peer.given());
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1000, 65536, 100_000, MEBIBYTE})
    void oneReadReceivesAtMostOneReadChunk(int size) {
        EndlessResponseStream peer = bodyOf(OK + "\r\n", "x");
        client.setReadChunkSize(size);
        for (int i = 0; i < 100; i++) {
            long before = peer.given();
            assertTrue(client.readResponseBodyChunk().length <= size);
            assertTrue(peer.given() - before <= size, () -> "received " + (peer.given() - before));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1f40\r\nLONG\r\n", "1\r\na\r\n", "1\na\r\n", "1;LONG\r\na\r\n"})
    void oneReadOfChunksReceivesLittleMoreThanOneReadChunk(String chunk) {
        EndlessResponseStream peer = bodyOf(CHUNKED, chunk.replace("LONG", LONG));
        ByteBuffer target = ByteBuffer.allocateDirect(3 * MEBIBYTE);
        int size = 256 * 1024;
        client.setReadChunkSize(size);
        for (int i = 0; i < 100; i++) {
            long before = peer.given();
            int callsBefore = peer.calls();
            int count = i % 2 == 0
                    ? client.readResponseBodyChunk(target.clear())
                    : client.readResponseBodyChunk().length;
            assertTrue(count <= size);
            assertTrue(peer.given() - before <= size + 2 * ONE_MORE, () -> "received " + (peer.given() - before));
            assertTrue(peer.calls() - callsBefore <= MOST_CALLS, () -> "calls " + (peer.calls() - callsBefore));
        }
    }

    @Test
    void chunksThatAreMostlyExtensionsFailBeforeTheyHaveCostMuch() {
        EndlessResponseStream peer = bodyOf(CHUNKED, MOSTLY_EXTENSION);
        int read = 0;
        for (int i = 0; i < 100; i++) {
            read += client.readResponseBodyChunk().length;
        }
        assertEquals(2, read, "16 KiB of extensions are two of these chunks");
        assertEquals(Status.STATUS_CONNECTION_ERROR, client.getStatus());
        assertEquals(Reason.RESPONSE_TOO_LARGE, client.getFailure().reason());
        assertTrue(peer.given() <= 2 * ONE_MORE, () -> "received " + peer.given());
    }
}
