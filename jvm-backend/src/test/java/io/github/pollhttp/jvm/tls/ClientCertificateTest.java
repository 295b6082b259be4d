package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.Game;
import io.github.pollhttp.jvm.RawServer;

/** Servers that want to know who the client is. */
@Timeout(30)
class ClientCertificateTest {
    private static final Identity SERVER = Issuing.host("localhost").issue();
    private static final Identity CLIENTS = Issuing.root("Root of the clients");
    private static final Identity BETWEEN = Issuing.certificate("Between").authority().by(CLIENTS).issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(SERVER.pem());

    private static TLSOptions showing(Identity client) {
        return TRUSTING.clientCertificate(client.chainPem(), client.privateKeyPem());
    }

    private static void greet(SSLSocket socket) throws Exception {
        RawServer.readHead(socket);
        String name = socket.getSession().getPeerPrincipal().getName();
        RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name);
        RawServer.awaitEnd(socket);
    }

    private static void isGreeted(Identity client, String protocol) throws Exception {
        try (RawServer server = new RawServer(
                TlsConversation.demanding(CLIENTS, SERVER, ClientCertificateTest::greet).speaking(protocol));
                Game game = new Game().connectTls(server, showing(client))) {
            assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
            assertEquals("CN=player", game.readText());
        }
    }

    @Test
    void aCertificateOnAnEllipticCurveIsShown() throws Exception {
        isGreeted(Issuing.certificate("player").by(CLIENTS).issue(), "TLSv1.2");
        isGreeted(Issuing.certificate("player").by(CLIENTS).issue(), "TLSv1.3");
    }

    @Test
    void aCertificateWithAnRSAKeyIsShown() throws Exception {
        isGreeted(Issuing.certificate("player").rsa(2048).by(CLIENTS).issue(), "TLSv1.2");
        isGreeted(Issuing.certificate("player").rsa(2048).by(CLIENTS).issue(), "TLSv1.3");
    }

    @Test
    void theCertificatesBetweenAreShownToo() throws Exception {
        isGreeted(Issuing.certificate("player").by(BETWEEN).issue(), "TLSv1.3");
    }

    @Test
    void withoutACertificateAServerThatDemandsOneRefuses() throws Exception {
        TlsConversation conversation = TlsConversation
                .demanding(CLIENTS, SERVER, ClientCertificateTest::greet).speaking("TLSv1.2");
        try (RawServer server = new RawServer(socket -> {
            try {
                conversation.with(socket);
            } finally {
                RawServer.awaitEnd(socket); // closed with bytes unread, it would be reset, and the alert be lost
            }
        }); Game game = new Game().connectTls(server, TRUSTING)) {
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.client.getStatus());
            assertRefused(game.client.getFailure());
            assertEquals(Phase.TLS, game.client.getFailure().phase());
        }
    }

    /** There the server looks at it when the client has finished, so that a request may be on its way. */
    @Test
    void inTLS13TheRefusalComesAfterTheHandshake() throws Exception {
        CompletableFuture<Void> refused = new CompletableFuture<>();
        TlsConversation conversation = TlsConversation
                .demanding(CLIENTS, SERVER, ClientCertificateTest::greet).speaking("TLSv1.3");
        try (RawServer server = new RawServer(socket -> {
            try {
                conversation.with(socket);
            } finally {
                refused.complete(null);
            }
        }); Game game = new Game().connectTls(server, TRUSTING)) {
            refused.get();
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.get("/").awaitResponse());
            assertRefused(game.client.getFailure());
            assertEquals(Phase.REQUEST, game.client.getFailure().phase());
        }
    }

    private static void assertRefused(Failure failure) {
        assertEquals(Reason.TLS_PROTOCOL, failure.reason(), failure.message());
        assertTrue(failure.message().contains("TLSOptions.clientCertificate"), failure.message());
    }

    private static void cannotBeRead(TLSOptions options, String says) throws Exception {
        try (RawServer server = new RawServer(TlsConversation.by(SERVER, RawServer::awaitEnd));
                Game game = new Game().connectTls(server, options)) {
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.client.getStatus());
            assertEquals(Reason.TLS_PROTOCOL, game.client.getFailure().reason());
            assertTrue(game.client.getFailure().message().contains(says), game.client.getFailure().message());
        }
    }

    @Test
    void whatCannotBeReadIsAFailureThatSaysSo() throws Exception {
        Identity client = Issuing.certificate("player").by(CLIENTS).issue();
        String key = client.privateKeyPem();
        cannotBeRead(TRUSTING.clientCertificate("nothing", key), "client certificate of the TLSOptions");
        cannotBeRead(TRUSTING.clientCertificate(client.pem(), "nothing"), "private key of the TLSOptions");
        cannotBeRead(TRUSTING.clientCertificate(client.pem(), key.replace("PRIVATE", "EC PRIVATE")), "openssl pkcs8");
        cannotBeRead(TRUSTING.clientCertificate(client.pem(), key.replaceAll("M[A-Za-z0-9+/]{20}", "AAAA")),
                "private key of the TLSOptions");
    }
}
