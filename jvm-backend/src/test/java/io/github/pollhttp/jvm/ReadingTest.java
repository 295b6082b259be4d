package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/** Reading bodies, headers and trailers on the JVM. */
@Timeout(30)
class ReadingTest {
    private static final int LARGE = 5_000_000;

    private static RawServer serverOf(String response) throws Exception {
        return new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, response);
            RawServer.awaitEnd(socket);
        });
    }

    private static byte[] pattern() {
        byte[] bytes = new byte[LARGE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7 + i / 1000);
        }
        return bytes;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void readChunkLargerThanTheSharedBufferIsDeliveredUnchanged() throws Exception {
        try (RawServer server = serverOf(
                "HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n" + latin1(pattern()));
                GameLoop game = new GameLoop().connect(server)) {
            game.client.setReadChunkSize(LARGE);
            game.get("/").awaitResponse();
            assertArrayEquals(pattern(), game.readBody());
        }
    }

    @Test
    void chunkedBodyIsReadIntoADirectBuffer() throws Exception {
        StringBuilder response = new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        String body = latin1(pattern());
        for (int at = 0; at < LARGE; at += 10_000) {
            response.append("2710\r\n").append(body, at, at + 10_000).append("\r\n");
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(30_000);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (RawServer server = serverOf(response + "0\r\n\r\n"); GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            GameLoop.await(() -> {
                byte[] bytes = new byte[game.client.readResponseBodyChunk(buffer.clear())];
                buffer.flip().get(bytes);
                read.writeBytes(bytes);
                return game.client.getStatus() != Status.STATUS_BODY;
            });
            assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
            assertArrayEquals(pattern(), read.toByteArray());
        }
    }

    @Test
    void headersKeepTheServersOrderCaseAndInnerSpace() throws Exception {
        try (RawServer server = serverOf(
                "HTTP/1.1 200 OK\r\nX-A:    padded   \r\nX-B:none\r\nSet-Cookie: a=1; Path=/\r\n"
                        + "set-cookie: b=2\r\nx-a: again\r\nX-Latin: caf\u00e9\r\nX-Utf: caf\u00c3\u00a9\r\nContent-Length: 0\r\n\r\n");
                GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            assertEquals(
                    List.of("X-A:    padded", "X-B:none", "Set-Cookie: a=1; Path=/", "set-cookie: b=2", "x-a: again",
                            "X-Latin: café", "X-Utf: café", "Content-Length: 0"),
                    game.client.getResponseHeaders());
            Map<String, String> dictionary = game.client.getResponseHeadersAsDictionary();
            assertEquals("padded; again", dictionary.get("x-A"));
            assertEquals("a=1; Path=/\nb=2", dictionary.get("set-cookie"));
            assertEquals(List.of("padded", "again"), game.client.getResponseHeader("X-A"));
        }
    }

    @Test
    void trailersAreAvailableAfterTheBody() throws Exception {
        try (RawServer server = serverOf(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX-T: u\r\n\r\n");
                GameLoop game = new GameLoop().connect(server)) {
            game.get("/").awaitResponse();
            assertEquals(List.of(), game.client.getResponseTrailers());
            assertEquals("a", game.readText());
            assertEquals(List.of("X-T: u"), game.client.getResponseTrailers());
        }
    }

    @Test
    void responseLimitsOfTheProgramApply() throws Exception {
        try (RawServer server = serverOf("HTTP/1.1 200 OK\r\nX-Long: " + "a".repeat(100) + "\r\n\r\n");
                GameLoop game = new GameLoop().connect(server)) {
            game.client.setResponseLimits(new ResponseLimits(1000, 10, 80, 10, 10));
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.get("/").awaitResponse());
            assertEquals(Reason.RESPONSE_TOO_LARGE, game.client.getFailure().reason());
        }
    }

    @Test
    void responseUrlIsTheRequestUrlWithoutFragment() throws Exception {
        try (RawServer server = serverOf("HTTP/1.1 204 No Content\r\n\r\n");
                GameLoop game = new GameLoop().connect(server)) {
            game.get("/a?b#c").awaitResponse();
            assertEquals("http://127.0.0.1:" + server.port() + "/a?b", game.client.getResponseUrl());
        }
    }
}
