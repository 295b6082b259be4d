package io.github.pollhttp.jvm.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.sun.management.ThreadMXBean;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;

/** Limits the bytes that HTTPRequest allocates for a small GET, for the look-up of one header and for a body from a file, as counted by the JVM. */
@Timeout(120)
class RequestAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String SMALL = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

    /** Measured: 1,160 bytes. A chunk buffer of its own for each request made it 68,000. */
    private static final int MOST_PER_REQUEST = 1250;

    /** Measured: 200 bytes. The text of all 40 headers made it 3,600. */
    private static final int MOST_PER_LOOK_UP = 400;

    /** Measured: 3,032 bytes, of which the copy of the 40 headers has 1,700. Their text made it 4,768 in the benchmark. */
    private static final int MOST_PER_REQUEST_WITH_LOOK_UP = 3200;

    /** Measured: 6,120 bytes, of which the first array of a body of unknown length has 4,096. A buffer for coded bytes of its own made it 14,384. */
    private static final int MOST_PER_GZIPPED = 6600;

    /** Measured: 2,784 bytes. An iterator for each piece of the file made it 37,600. */
    private static final int MOST_PER_FILE = 16_000;
    private static final int FILE_SIZE = 32 * 1024 * 1024;
    private static final int WARM_UP = 3000;
    private static final int REQUESTS = 3000;

    private HTTPResponse response;

    /** Each read is taken for one whole request, which holds for the small requests of this test. */
    private static RawServer server(String answer) throws Exception {
        byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        return new RawServer(socket -> answerAll(socket, bytes));
    }

    private static void answerAll(Socket socket, byte[] answer) throws Exception {
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        byte[] request = new byte[4096];
        while (in.read(request) > 0) {
            out.write(answer);
        }
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static long bytesPer(Runnable exchange) {
        for (int i = 0; i < WARM_UP; i++) {
            exchange.run();
        }
        long before = allocated();
        for (int i = 0; i < REQUESTS; i++) {
            exchange.run();
        }
        return (allocated() - before) / REQUESTS;
    }

    private void request(HTTPRequest http, String url) {
        response = null;
        assertEquals(ErrorCode.OK, http.request(url));
        while (response == null) {
            http.poll();
        }
        assertEquals(5, response.bytes().length);
    }

    @Test
    void smallRequestAllocatesAtMost1250Bytes() throws Exception {
        try (RawServer server = server(SMALL); HTTPRequest http = HTTPRequest.create()) {
            String url = "http://localhost:" + server.port() + "/level";
            http.setResponseListener(ended -> response = ended);
            long each = bytesPer(() -> request(http, url));
            assertTrue(each <= MOST_PER_REQUEST, "bytes a request: " + each);
        }
    }

    private static void readUpload(Socket socket) throws Exception {
        while (true) {
            RawServer.readHead(socket);
            socket.getInputStream().skipNBytes(FILE_SIZE);
            RawServer.send(socket, SMALL);
        }
    }

    private void upload(HTTPRequest http, String url, RequestBody file) {
        response = null;
        assertEquals(ErrorCode.OK, http.request(url, List.of(), Method.METHOD_PUT, file));
        while (response == null) {
            http.poll();
        }
        assertEquals("hello", response.text());
        assertEquals(FILE_SIZE, http.getUploadedBytes());
    }

    @Test
    void fileBodyIsNeverInMemory(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("save.bin"), new byte[FILE_SIZE]);
        RequestBody body = RequestBody.file("a/b", file.toString());
        try (RawServer server = new RawServer(RequestAllocationTest::readUpload);
                HTTPRequest http = HTTPRequest.create()) {
            String url = "http://localhost:" + server.port() + "/save";
            http.setResponseListener(ended -> response = ended);
            upload(http, url, body);
            long before = allocated();
            upload(http, url, body);
            long all = allocated() - before;
            assertTrue(all <= MOST_PER_FILE, "bytes for a file of 32 MiB: " + all);
        }
    }

    private static void lookUp(HTTPClient client) {
        client.request(Method.METHOD_GET, "/", List.of());
        while (client.getStatus() == Status.STATUS_REQUESTING) {
            client.poll();
        }
        assertEquals(List.of("last"), client.getResponseHeader("X-LAST"));
        while (client.getStatus() == Status.STATUS_BODY) {
            client.readResponseBodyChunk();
        }
    }

    /** @return a response with 40 headers, and one more that is looked up */
    private static String manyHeaders() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            fields.append("X-Field-").append(i).append(": the value of a field\r\n");
        }
        return "HTTP/1.1 200 OK\r\n" + fields + "X-Last: last\r\nContent-Length: 5\r\n\r\nhello";
    }

    @Test
    void lookUpOfOneHeaderMakesNoTextOfTheOthers() throws Exception {
        GameLoop game = new GameLoop();
        try (RawServer server = server(manyHeaders())) {
            game.connect(server);
            long each = bytesPer(() -> lookUp(game.client));
            assertTrue(each <= MOST_PER_LOOK_UP, "bytes a request: " + each);
        } finally {
            game.close();
        }
    }

    private static String gzipped(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        return "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n"
                + bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void gzippedResponseNeedsNoBufferOfItsOwn() throws Exception {
        try (RawServer server = server(gzipped("hello")); HTTPRequest http = HTTPRequest.create()) {
            String url = "http://localhost:" + server.port() + "/level";
            http.setResponseListener(ended -> response = ended);
            long each = bytesPer(() -> request(http, url));
            assertTrue(each <= MOST_PER_GZIPPED, "bytes a request: " + each);
        }
    }

    @Test
    void lookUpInTheResponseOfARequestMakesNoTextOfTheOthers() throws Exception {
        try (RawServer server = server(manyHeaders()); HTTPRequest http = HTTPRequest.create()) {
            String url = "http://localhost:" + server.port() + "/level";
            http.setResponseListener(ended -> response = ended);
            long each = bytesPer(() -> {
                request(http, url);
                assertEquals("last", response.header("X-LAST"));
            });
            assertTrue(each <= MOST_PER_REQUEST_WITH_LOOK_UP, "bytes a request: " + each);
        }
    }
}
