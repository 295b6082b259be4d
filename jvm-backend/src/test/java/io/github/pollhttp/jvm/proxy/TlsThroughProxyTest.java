package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.tls.Identity;
import io.github.pollhttp.jvm.tls.Issuing;
import io.github.pollhttp.jvm.tls.TlsConversation;
import io.github.pollhttp.request.HTTPRequest;

/** TLS through the tunnel of a proxy, which sees only the host and port of the origin. */
@Timeout(60)
class TlsThroughProxyTest {
    private static final Identity LOCALHOST = Issuing.host("localhost").issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(LOCALHOST.pem());

    private static RawServer origin() throws Exception {
        return new RawServer(TlsConversation.by(LOCALHOST, socket -> {
            while (true) {
                String head = RawServer.readHead(socket);
                String target = head.substring(0, head.indexOf('\r'));
                RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + target.length() + "\r\n\r\n" + target);
            }
        }));
    }

    private static GameLoop connect(JettyProxy proxy, RawServer origin, TLSOptions options) {
        GameLoop game = new GameLoop();
        game.client.setHttpsProxy("127.0.0.1", proxy.port());
        return game.connectTls(origin, options);
    }

    @Test
    void requestsThroughTheTunnelUseOneConnection() throws Exception {
        try (JettyProxy proxy = new JettyProxy(false);
                RawServer origin = origin();
                GameLoop game = connect(proxy, origin, TRUSTING)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(Status.STATUS_BODY, game.get("/level").awaitResponse());
                assertEquals("GET /level HTTP/1.1", game.readText());
            }
            assertEquals(1, origin.connections());
            assertEquals(List.of("CONNECT localhost:" + origin.port()), proxy.served());
        }
    }

    /** Answers with the head of each request. */
    private static RawServer echoingOrigin() throws Exception {
        return new RawServer(TlsConversation.by(LOCALHOST, socket -> {
            while (true) {
                String head = RawServer.readHead(socket);
                RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + head.length() + "\r\n\r\n" + head);
            }
        }));
    }

    @Test
    void proxyAuthorizationOfARequestIsSentToTheProxyAndNotToTheOrigin() throws Exception {
        try (JettyProxy proxy = new JettyProxy(true);
                RawServer origin = echoingOrigin();
                HTTPRequest http = HTTPRequest.create()) {
            List<String> ends = new ArrayList<>();
            http.setHttpsProxy("127.0.0.1", proxy.port());
            http.setTlsOptions(TRUSTING);
            http.setRequestCompletedListener((result, code, headers, body) -> ends.add(result + new String(body)));
            http.request("https://localhost:" + origin.port() + "/",
                    List.of("proxy-authorization: Basic dXNlcjpwYXNzd29yZA=="));
            GameLoop.await(() -> {
                http.poll();
                return !ends.isEmpty();
            });
            assertTrue(ends.get(0).startsWith("RESULT_SUCCESSGET / HTTP/1.1"), ends.get(0));
            assertFalse(ends.get(0).toLowerCase(Locale.ROOT).contains("proxy-authorization"), ends.get(0));
            assertEquals(List.of("CONNECT localhost:" + origin.port()), proxy.served());
        }
    }

    @Test
    void proxyAuthorizationOfTheClientOpensTheTunnelAndIsRemovedFromRequests() throws Exception {
        try (JettyProxy proxy = new JettyProxy(true);
                RawServer origin = echoingOrigin();
                GameLoop game = new GameLoop()) {
            game.client.setProxyAuthorization("Basic dXNlcjpwYXNzd29yZA==");
            game.client.setHttpsProxy("127.0.0.1", proxy.port());
            game.connectTls(origin, TRUSTING);
            assertEquals(Status.STATUS_BODY, game.get("/", "Proxy-Authorization: Bearer secret").awaitResponse());
            String head = game.readText();
            assertFalse(head.contains("Proxy-Authorization"), head);
        }
    }

    @Test
    void certificateOfAnotherHostFailsAndNamesTheProxy() throws Exception {
        try (JettyProxy proxy = new JettyProxy(false);
                RawServer origin = origin();
                GameLoop game = connect(proxy, origin, TLSOptions.client(LOCALHOST.pem(), "127.0.0.1"))) {
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.client.getStatus());
            assertEquals(Reason.TLS_WRONG_HOST, game.client.getFailure().reason());
            assertTrue(game.client.getFailure().message().contains("through the proxy"),
                    game.client.getFailure().message());
        }
    }
}
