package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.jvm.testing.RawServer;

/** Requests over real sockets: bytes on the wire, body framing, proxies, and the result of each failure. */
@Timeout(60)
class RequestTest {

    @Test
    void requestIsSentWithItsHeadersAndBody() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("")); RequestGame game = new RequestGame()) {
            game.request(Method.METHOD_POST, origin.url("/save?slot=1"), "äb", "Content-Type: text/plain", "X-A: 1");

            String request = origin.log().get(0);
            assertTrue(request.startsWith("POST /save?slot=1 HTTP/1.1\r\nContent-Type: text/plain\r\nX-A: 1\r\n"),
                    request);
            assertEquals("Ã¤b", Origin.body(request));
        }
    }

    @Test
    void changedProxyOpensANewConnection() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("x"));
                Origin proxy = new Origin(request -> Origin.ok("by proxy"));
                RequestGame game = new RequestGame()) {
            game.get(origin.url("/"));
            game.http.setHttpProxy("127.0.0.1",
                    Integer.parseInt(proxy.url("").substring("http://127.0.0.1:".length())));

            assertEquals("SUCCESS 200 by proxy", game.get(origin.url("/")).line());
        }
    }

    @Test
    void invalidProxyIsRejectedWhenItIsSet() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("x")); RequestGame game = new RequestGame()) {
            assertThrows(IllegalArgumentException.class, () -> game.http.setHttpProxy("ftp://proxy", 80));
            assertThrows(IllegalArgumentException.class, () -> game.http.setHttpsProxy("proxy", 65536));
            assertEquals("SUCCESS 200 x", game.get(origin.url("/")).line());
        }
    }

    @Test
    void uploadedBytesCountTheBodyOfTheRequest() throws Exception {
        String body = "x".repeat(3_000_000);
        try (Origin origin = new Origin(request -> Origin.ok("thanks")); RequestGame game = new RequestGame()) {
            assertEquals("SUCCESS 200 thanks", game.request(Method.METHOD_PUT, origin.url("/"), body).line());
            assertEquals(body.length(), game.http.getUploadedBytes());
            game.get(origin.url("/"));
            assertEquals(0, game.http.getUploadedBytes());
        }
    }

    @Test
    void bodyThatEndsEarlyIsAnError() throws Exception {
        try (Origin origin = new Origin(
                request -> "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nshort");
                RequestGame game = new RequestGame()) {
            RequestGame.Completion end = game.get(origin.url("/"));

            assertEquals("CONNECTION_ERROR 0 ", end.line());
            assertEquals(List.of(), end.headers());
            assertEquals(Reason.BODY_TRUNCATED, game.http.getFailure().reason());
            assertNotNull(game.http.getFailureMessage());
        }
    }

    @Test
    void bodyWithoutALengthEndsWithItsConnection() throws Exception {
        try (Origin origin = new Origin(request -> "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
                RequestGame game = new RequestGame()) {
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
            assertEquals(-1, game.http.getBodySize());
            assertEquals(5, game.http.getDownloadedBytes());
        }
    }

    @Test
    void responsesTo204AndHeadHaveAnEmptyBody() throws Exception {
        try (Origin origin = new Origin(request -> request.startsWith("HEAD")
                ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\n"
                : "HTTP/1.1 204 No Content\r\n\r\n"); RequestGame game = new RequestGame()) {
            assertEquals("SUCCESS 204 ", game.get(origin.url("/")).line());
            assertEquals("SUCCESS 200 ", game.request(Method.METHOD_HEAD, origin.url("/"), "").line());
        }
    }

    @Test
    void eachFailureOfTheClientHasItsResult() throws Exception {
        RawServer speaksNoHttp = new RawServer(socket -> {
            RawServer.send(socket, "SSH-2.0-OpenSSH_9.2\r\n");
            RawServer.awaitEnd(socket);
        });
        try (speaksNoHttp; RequestGame game = new RequestGame()) {
            String rest = "127.0.0.1:" + speaksNoHttp.port() + "/";
            assertEquals("CONNECTION_ERROR 0 ", game.get("http://" + rest).line());
            assertEquals("TLS_HANDSHAKE_ERROR 0 ", game.get("https://" + rest).line());
            assertEquals("CANT_RESOLVE 0 ", game.get("http://name.invalid/").line());
        }
        // Bound but not listening: the system refuses connections, and gives the port to no other program.
        try (SocketChannel bound = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                RequestGame game = new RequestGame()) {
            int port = ((InetSocketAddress) bound.getLocalAddress()).getPort();
            assertEquals("CANT_CONNECT 0 ", game.get(RequestGame.url(port, "/")).line());
            assertEquals(Reason.REFUSED, game.http.getFailure().reason());
        }
    }
}
