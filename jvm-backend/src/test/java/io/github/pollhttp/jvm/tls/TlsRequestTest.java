package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.request.HTTPRequest;

/** {@code HTTPRequest} over TLS: its options, redirects and reuse of connections. */
@Timeout(60)
class TlsRequestTest {
    private static final Identity LOCALHOST = Issuing.host("localhost").issue();

    private static RawServer secure(String answer) throws Exception {
        return new RawServer(TlsConversation.by(LOCALHOST, socket -> {
            while (true) {
                RawServer.readHead(socket);
                RawServer.send(socket, answer);
            }
        }));
    }

    private static RawServer plain(String answer) throws Exception {
        return new RawServer(socket -> {
            while (true) {
                RawServer.readHead(socket);
                RawServer.send(socket, answer);
            }
        });
    }

    private static String redirectTo(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static String ask(HTTPRequest http, String url) {
        List<String> ends = new ArrayList<>();
        http.setRequestCompletedListener(
                (result, code, headers, body) -> ends.add(result + " " + code + " " + new String(body)));
        http.request(url);
        GameLoop.await(() -> {
            http.poll();
            return !ends.isEmpty();
        });
        return ends.get(0);
    }

    @Test
    void credentialsForTheProxyOfHttpDoNotReachAnHttpsOrigin() throws Exception {
        BlockingQueue<String> heads = new LinkedBlockingQueue<>();
        try (RawServer server = new RawServer(TlsConversation.by(LOCALHOST, socket -> {
            heads.add(RawServer.readHead(socket));
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })); GameLoop game = new GameLoop()) {
            game.client.setHttpProxy("127.0.0.1", 1);
            game.connectTls(server, TLSOptions.client(LOCALHOST.pem()))
                    .get("/", "proxy-authorization: Basic c2VjcmV0").awaitResponse();

            assertFalse(heads.take().contains("c2VjcmV0"));
        }
    }

    @Test
    void tlsOptionsApplyFromTheNextRequestOn() throws Exception {
        try (RawServer server = secure("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                HTTPRequest http = HTTPRequest.create()) {
            String url = "https://localhost:" + server.port() + "/";
            assertEquals("RESULT_TLS_HANDSHAKE_ERROR 0 ", ask(http, url));
            http.setTlsOptions(TLSOptions.client(LOCALHOST.pem()));
            assertEquals("RESULT_SUCCESS 200 hello", ask(http, url));
            http.setTlsOptions(null);
            assertEquals("RESULT_TLS_HANDSHAKE_ERROR 0 ", ask(http, url),
                    "a connection is reused only with equal options");
        }
    }

    @Test
    void httpToATlsPortFailsAndTheMessageNamesHttps() throws Exception {
        String protocolVersion = "\25\3\1\0\2\2F"; // the alert of OpenSSL (RFC 8446 sections 5.1 and 6)
        try (RawServer server = plain(protocolVersion); HTTPRequest http = HTTPRequest.create()) {
            assertEquals("RESULT_CONNECTION_ERROR 0 ", ask(http, "http://localhost:" + server.port() + "/"));
            assertTrue(http.getFailureMessage().contains("https://"), http.getFailureMessage());
        }
    }

    @Test
    void redirectFromHttpsToHttpIsNotFollowed() throws Exception {
        try (RawServer insecure = plain("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nspy");
                RawServer server = secure(redirectTo("http://localhost:" + insecure.port() + "/"));
                HTTPRequest http = HTTPRequest.create()) {
            http.setTlsOptions(TLSOptions.client(LOCALHOST.pem()));

            assertEquals("RESULT_REQUEST_FAILED 302 ", ask(http, "https://localhost:" + server.port() + "/"));
            assertEquals(0, insecure.connections());
            assertTrue(http.getFailureMessage().contains("https"), http.getFailureMessage());
        }
    }

    @Test
    void redirectFromHttpToHttpsIsFollowed() throws Exception {
        try (RawServer server = secure("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                RawServer insecure = plain(redirectTo("https://localhost:" + server.port() + "/"));
                HTTPRequest http = HTTPRequest.create()) {
            http.setTlsOptions(TLSOptions.client(LOCALHOST.pem()));

            assertEquals("RESULT_SUCCESS 200 hello", ask(http, "http://localhost:" + insecure.port() + "/"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void uncheckedNameIsNotTakenToAnotherOrigin(boolean unsafe) throws Exception {
        try (RawServer other = secure("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                RawServer server = secure(redirectTo("https://127.0.0.1:" + other.port() + "/"));
                HTTPRequest http = HTTPRequest.create()) {
            http.setTlsOptions(unsafe ? TLSOptions.clientUnsafe() : TLSOptions.client(LOCALHOST.pem(), "localhost"));

            assertEquals("RESULT_REQUEST_FAILED 302 ", ask(http, "https://localhost:" + server.port() + "/"));
            assertEquals(0, other.connections());
            assertTrue(http.getFailureMessage().contains("TLS options"), http.getFailureMessage());
        }
    }

    @Test
    void uncheckedNameIsTakenAlongWithinTheOrigin() throws Exception {
        int[] requests = {0};
        try (RawServer server = new RawServer(TlsConversation.by(LOCALHOST, socket -> {
            while (true) {
                RawServer.readHead(socket);
                RawServer.send(socket, requests[0]++ == 0
                        ? redirectTo("/end")
                        : "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            }
        })); HTTPRequest http = HTTPRequest.create()) {
            http.setTlsOptions(TLSOptions.clientUnsafe());
            assertEquals("RESULT_SUCCESS 200 hello", ask(http, "https://127.0.0.1:" + server.port() + "/"));
            assertEquals(1, server.connections());
        }
    }

    @Test
    void clientCertificateIsNotShownToAnotherOrigin() throws Exception {
        Identity root = Issuing.root("Root of the clients");
        Identity player = Issuing.certificate("player").by(root).issue();
        TlsConversation asking = TlsConversation.requiringClientCertificate(root, LOCALHOST, socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        }).withProtocols("TLSv1.2");
        try (RawServer other = new RawServer(asking);
                RawServer server = secure(redirectTo("https://localhost:" + other.port() + "/"));
                HTTPRequest http = HTTPRequest.create()) {
            http.setTlsOptions(TLSOptions.client(LOCALHOST.pem()).clientCertificate(player.chainPem(),
                    player.privateKeyPem()));

            assertEquals("RESULT_SUCCESS 200 hello", ask(http, "https://localhost:" + other.port() + "/"));
            assertEquals("RESULT_TLS_HANDSHAKE_ERROR 0 ", ask(http, "https://localhost:" + server.port() + "/"));
        }
    }

    @Test
    void connectionIsNotReusedAfter101() throws Exception {
        try (RawServer server = plain("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n");
                HTTPRequest http = HTTPRequest.create()) {
            String url = "http://localhost:" + server.port() + "/";
            assertEquals("RESULT_SUCCESS 101 ", ask(http, url));
            assertEquals("RESULT_SUCCESS 101 ", ask(http, url));
            assertEquals(2, server.connections());
        }
    }
}
