package io.github.pollhttp.jvm.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.sun.management.ThreadMXBean;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.tls.Identity;
import io.github.pollhttp.jvm.tls.Issuing;
import io.github.pollhttp.jvm.tls.TlsConversation;

/** Limits the bytes that the client's thread allocates, as counted by the JVM, because allocation causes pauses for garbage collection. */
@Timeout(120)
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Identity LOCALHOST = Issuing.host("localhost").issue();
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** Measured: 16 to 48 bytes. Before the optimization it was 2,176, or 6,080 for a response with 40 headers. */
    private static final int MOST_PER_REQUEST = 100;

    /** Measured: 3,100 and 97,000 bytes, all allocated by the SSLEngine. */
    private static final int MOST_PER_TLS_REQUEST = 4000;
    private static final int MOST_PER_TLS_MEBIBYTE = 120_000;

    /** Covers the request, and code that the JVM runs for the first time. One object per chunk would be 65,000 bytes or more. */
    private static final int MOST_PER_BODY = 8000;
    private static final int WARM_UP = 500;
    private static final int REQUESTS = 2000;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MEBIBYTES = 32;

    private final ByteBuffer target = ByteBuffer.allocateDirect(64 * 1024);
    private final GameLoop game = new GameLoop();
    private final HTTPClient client = game.client;

    /** The response to each request. Each read is taken for one whole request, which holds for the small requests of this test. */
    private record Answer(String head, String piece, int times, String end) {
        void toAll(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] request = new byte[4096];
            byte[] body = bytes(piece);
            while (in.read(request) > 0) {
                out.write(bytes(head));
                for (int i = 0; i < times; i++) {
                    out.write(body);
                }
                out.write(bytes(end));
            }
        }
    }

    private static Answer small(String head) {
        return new Answer(OK + head + "\r\n\r\nhello", "", 0, "");
    }

    private static Answer plain(int mebibytes) {
        return new Answer(OK + "Content-Length: " + mebibytes * MEBIBYTE + "\r\n\r\n", "x".repeat(MEBIBYTE), mebibytes,
                "");
    }

    private static Answer chunked(int mebibytes) {
        return new Answer(OK + "Transfer-Encoding: chunked\r\n\r\n", "2000\r\n" + "x".repeat(0x2000) + "\r\n",
                mebibytes * MEBIBYTE / 0x2000, "0\r\n\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String fields(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append("X-Field-").append(i).append(": the value of a field\r\n");
        }
        return fields.toString();
    }

    private void exchange(List<String> headers) {
        client.request(Method.METHOD_GET, "/", headers);
        while (client.getStatus() == Status.STATUS_REQUESTING) {
            client.poll();
        }
        while (client.getStatus() == Status.STATUS_BODY) {
            client.readResponseBodyChunk(target.clear());
        }
        assertEquals(Status.STATUS_CONNECTED, client.getStatus());
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private long bytesPerRequest(List<String> headers) {
        for (int i = 0; i < WARM_UP; i++) {
            exchange(headers);
        }
        long before = allocated();
        for (int i = 0; i < REQUESTS; i++) {
            exchange(headers);
        }
        return (allocated() - before) / REQUESTS;
    }

    private void expect(int most, List<String> headers, Answer answer) throws Exception {
        try (RawServer server = new RawServer(answer::toAll)) {
            game.connect(server);
            long each = bytesPerRequest(headers);
            assertTrue(each <= most, "bytes a request: " + each);
        } finally {
            game.close();
        }
    }

    @Test
    void smallRequestAllocatesAtMost100Bytes() throws Exception {
        expect(MOST_PER_REQUEST, List.of(), small("Content-Type: text/plain\r\nContent-Length: 5"));
    }

    @Test
    void requestHeadersAddNoAllocation() throws Exception {
        List<String> headers = List.of("Accept: text/plain", "X-A: b", "X-C: d"); // immutable; a mutable list would be copied
        expect(MOST_PER_REQUEST, headers, small("Content-Length: 5"));
    }

    @Test
    void responseHeadersThatAreNotAskedForAddNoAllocation() throws Exception {
        expect(MOST_PER_REQUEST, List.of(), small(fields(40) + "Content-Length: 5"));
    }

    @Test
    void smallChunkedResponseAllocatesAtMost100Bytes() throws Exception {
        expect(MOST_PER_REQUEST, List.of(), new Answer(chunked(0).head() + "5\r\nhello\r\n0\r\n\r\n", "", 0, ""));
    }

    @Test
    void requestOverTlsAllocatesLittleMoreThanTheSslEngine() throws Exception {
        Answer answer = small("Content-Length: 5");
        try (RawServer server = new RawServer(TlsConversation.by(LOCALHOST, answer::toAll))) {
            game.connectTls(server, TLSOptions.client(LOCALHOST.pem()));
            long each = bytesPerRequest(List.of());
            assertTrue(each <= MOST_PER_TLS_REQUEST, "bytes a request: " + each);
        } finally {
            game.close();
        }
    }

    private long bytesPerBody() {
        exchange(List.of());
        long before = allocated();
        exchange(List.of());
        return allocated() - before;
    }

    private void expectNoAllocationPerChunk(Answer answer) throws Exception {
        try (RawServer server = new RawServer(answer::toAll)) {
            game.connect(server);
            long all = bytesPerBody();
            assertTrue(all <= MOST_PER_BODY, "bytes for " + MEBIBYTES + " MiB: " + all);
        } finally {
            game.close();
        }
    }

    @Test
    void bodyOfKnownLengthAddsNoAllocation() throws Exception {
        expectNoAllocationPerChunk(plain(MEBIBYTES));
    }

    @Test
    void chunkedBodyAddsNoAllocation() throws Exception {
        expectNoAllocationPerChunk(chunked(MEBIBYTES));
    }

    @Test
    void bodyOverTlsAllocatesLittleMoreThanTheSslEngine() throws Exception {
        try (RawServer server = new RawServer(TlsConversation.by(LOCALHOST, plain(MEBIBYTES)::toAll))) {
            game.connectTls(server, TLSOptions.client(LOCALHOST.pem()));
            long each = bytesPerBody() / MEBIBYTES;
            assertTrue(each <= MOST_PER_TLS_MEBIBYTE, "bytes a MiB: " + each);
        } finally {
            game.close();
        }
    }
}
