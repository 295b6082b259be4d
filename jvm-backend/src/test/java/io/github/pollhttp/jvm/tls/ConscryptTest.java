package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.ExtendedSSLSession;

import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/**
 * The client's TLS is Conscrypt, as on Android, which has its own build of it. The server's is the JDK's. The tests are skipped on a computer for which
 * Conscrypt has no native library.
 */
@Timeout(60)
class ConscryptTest {
    private static final String NAME = "ConscryptTls";
    private static final Identity ROOT = Issuing.root("Root of the tests with Conscrypt");
    /** Without the platform's certificates, because Conscrypt's desktop build looks for them in the trust manager that it replaces. */
    private static final TLSOptions TRUSTING = TLSOptions.client(ROOT.pem()).onlyTrustedChain();
    private static final Identity LOCALHOST = Issuing.host("localhost").by(ROOT).issue();
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    /** Conscrypt's TLS and trust managers without its ciphers and signatures, because the JDK's TLS, the server's, does not work with those. */
    private static final class ConscryptTls extends Provider {
        private static final long serialVersionUID = 1;

        ConscryptTls(Provider conscrypt) {
            super(NAME, "1", "for tests");
            offer(conscrypt.getService("SSLContext", "TLS"));
            offer(conscrypt.getService("TrustManagerFactory", "PKIX"));
        }

        private void offer(Service service) {
            putService(new Service(this, service.getType(), service.getAlgorithm(), service.getClassName(), null,
                    null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    return service.newInstance(parameter);
                }
            });
        }
    }

    @BeforeAll
    static void useConscrypt() {
        assumeTrue(Conscrypt.isAvailable(), "Conscrypt has no native library for this computer");
        Provider conscrypt = Conscrypt.newProviderBuilder().provideTrustManager(true).build();
        Security.insertProviderAt(new ConscryptTls(conscrypt), 1);
    }

    @AfterAll
    static void useTheJdk() {
        Security.removeProvider(NAME);
    }

    private static RawServer serve(Identity identity) throws Exception {
        return new RawServer(TlsConversation.by(identity, RawServer::awaitEnd));
    }

    private static GameLoop connected(RawServer server, TLSOptions options) {
        GameLoop game = new GameLoop().connectTls(server, options);
        assertEquals(Status.STATUS_CONNECTED, game.client.getStatus(), () -> game.client.getFailure().message());
        return game;
    }

    private static void assertAccepted(Identity identity, String host, TLSOptions options) throws Exception {
        try (RawServer server = serve(identity)) {
            Handshakes.succeed(host, server, options).close();
        }
    }

    private static void assertFails(Reason reason, Identity identity, String host, TLSOptions options)
            throws Exception {
        try (RawServer server = serve(identity)) {
            Failure failure = Handshakes.fail(host, server, options);
            assertEquals(reason, failure.reason(), failure.message());
        }
    }

    // Requests

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void requestsUseOneConnection(String protocol) throws Exception {
        TlsConversation answering = TlsConversation.by(LOCALHOST, socket -> {
            while (true) {
                RawServer.readHead(socket);
                RawServer.send(socket, ANSWER);
            }
        }).withProtocols(protocol);
        try (RawServer server = new RawServer(answering); GameLoop game = connected(server, TRUSTING)) {
            for (int i = 0; i < 100; i++) {
                assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
                assertEquals("hello", game.readText());
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void largeBodiesAreUnchanged() throws Exception {
        byte[] body = new byte[3_000_000];
        new Random(1).nextBytes(body);
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        try (RawServer server = new RawServer(TlsConversation.by(LOCALHOST, socket -> {
            RawServer.readHead(socket);
            received.complete(socket.getInputStream().readNBytes(body.length));
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
            socket.getOutputStream().write(body);
            RawServer.awaitEnd(socket);
        })); GameLoop game = connected(server, TRUSTING)) {
            game.client.requestRaw(Method.METHOD_POST, "/", List.of(), body);
            assertEquals(Status.STATUS_BODY, game.awaitResponse());
            assertArrayEquals(body, game.readBody());
            assertArrayEquals(body, received.get());
        }
    }

    @Test
    void idleConnectionStaysOpen() throws Exception {
        try (RawServer server = serve(LOCALHOST); GameLoop game = connected(server, TRUSTING)) {
            for (int i = 0; i < 100; i++) {
                game.client.poll();
                assertEquals(Status.STATUS_CONNECTED, game.client.getStatus());
            }
        }
    }

    @Test
    void closeNotifyEndsABodyWithoutALength() throws Exception {
        try (RawServer server = new RawServer(TlsConversation.by(LOCALHOST, socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\nhello");
        })); GameLoop game = connected(server, TRUSTING)) {
            assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
            assertEquals("hello", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
        }
    }

    // The handshake

    @Test
    void nameIsSentAsSniAndHttp11AsAlpn() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (RawServer server = new RawServer(
                TlsConversation.by(Issuing.host("game.example").by(ROOT).issue(), socket -> {
                    asked.add(((ExtendedSSLSession) socket.getSession()).getRequestedServerNames().stream()
                            .map(each -> new String(each.getEncoded(), StandardCharsets.US_ASCII)).toList()
                            + " " + socket.getApplicationProtocol());
                    RawServer.awaitEnd(socket);
                }).withAlpn("h2", "http/1.1"))) {
            Handshakes.succeed("game.example", server, TRUSTING).close();
            assertEquals("[game.example] http/1.1", asked.take());
        }
    }

    @Test
    void clientCertificateIsSent() throws Exception {
        Identity clients = Issuing.root("Root of the players");
        Identity player = Issuing.certificate("player").by(clients).issue();
        TLSOptions options = TRUSTING.clientCertificate(player.chainPem(), player.privateKeyPem());
        try (RawServer server = new RawServer(TlsConversation.requiringClientCertificate(clients, LOCALHOST, socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, ANSWER);
            RawServer.awaitEnd(socket);
        })); GameLoop game = connected(server, options)) {
            assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
            assertEquals("hello", game.readText());
        }
    }

    @Test
    void alertOfTheServerIsAFailure() throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, 40};
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(alert);
            RawServer.awaitEnd(socket);
        })) {
            Failure failure = Handshakes.fail("game.example", server, TRUSTING);
            assertEquals(Reason.TLS_PROTOCOL, failure.reason(), failure.message());
        }
    }

    // Certificates

    @Test
    void trustedCertificateIsAccepted() throws Exception {
        Identity intermediate = Issuing.certificate("Intermediate").authority().by(ROOT).issue();
        Identity selfSigned = Issuing.host("game.example").issue();
        assertAccepted(Issuing.host("game.example").by(intermediate).issue(), "game.example", TRUSTING);
        assertAccepted(selfSigned, "game.example", TLSOptions.client(selfSigned.pem()).onlyTrustedChain());
        assertAccepted(selfSigned, "game.example", TLSOptions.clientUnsafe());
    }

    @Test
    void untrustedCertificateFails() throws Exception {
        Identity other = Issuing.host("game.example").by(Issuing.root("Another root")).issue();
        assertFails(Reason.TLS_UNTRUSTED, other, "game.example", TRUSTING);
    }

    /** Conscrypt rejects the name itself. Whatever a platform does with such a name, the handshake must not succeed without a check of the chain. */
    @Test
    void hostWithAnUnderscoreFails() throws Exception {
        Identity untrusted = Issuing.host("my_game.example").by(Issuing.root("Another root")).issue();
        assertFails(Reason.TLS_PROTOCOL, untrusted, "my_game.example", TRUSTING);
    }

    @Test
    void certificateOfAnotherHostFails() throws Exception {
        Identity elsewhere = Issuing.host("elsewhere.example").by(ROOT).issue();
        assertFails(Reason.TLS_WRONG_HOST, elsewhere, "game.example", TRUSTING);
        assertAccepted(elsewhere, "game.example",
                TLSOptions.client(ROOT.pem(), "elsewhere.example").onlyTrustedChain());
    }

    @Test
    void expiredCertificateFails() throws Exception {
        assertFails(Reason.TLS_EXPIRED, Issuing.host("game.example").by(ROOT).valid(-9, -1).issue(), "game.example",
                TRUSTING);
    }

    @Test
    void pinIsChecked() throws Exception {
        Identity server = Issuing.host("game.example").by(ROOT).issue();
        assertAccepted(server, "game.example", TRUSTING.pins(List.of(ROOT.pin())));
        assertFails(Reason.TLS_PIN_MISMATCH, server, "game.example", TRUSTING.pins(List.of(LOCALHOST.pin())));
    }
}
