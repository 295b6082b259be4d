package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;

/** Servers that require a client certificate. */
@Timeout(30)
class ClientCertificateTest {
    private static final Identity SERVER = Issuing.host("localhost").issue();
    private static final Identity CLIENT_ROOT = Issuing.root("Root of the clients");
    private static final Identity INTERMEDIATE = Issuing.certificate("Intermediate").authority().by(CLIENT_ROOT)
            .issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(SERVER.pem());

    private static TLSOptions presenting(Identity client) {
        return TRUSTING.clientCertificate(client.chainPem(), client.privateKeyPem());
    }

    private static void answerWithClientName(SSLSocket socket) throws Exception {
        RawServer.readHead(socket);
        String name = socket.getSession().getPeerPrincipal().getName();
        RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name);
        RawServer.awaitEnd(socket);
    }

    private static void assertPresented(Identity client, String protocol) throws Exception {
        try (RawServer server = new RawServer(
                TlsConversation
                        .requiringClientCertificate(CLIENT_ROOT, SERVER, ClientCertificateTest::answerWithClientName)
                        .withProtocols(protocol));
                GameLoop game = new GameLoop().connectTls(server, presenting(client))) {
            assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
            assertEquals("CN=player", game.readText());
        }
    }

    @Test
    void ecCertificateIsPresented() throws Exception {
        assertPresented(Issuing.certificate("player").by(CLIENT_ROOT).issue(), "TLSv1.2");
        assertPresented(Issuing.certificate("player").by(CLIENT_ROOT).issue(), "TLSv1.3");
    }

    @Test
    void rsaCertificateIsPresented() throws Exception {
        assertPresented(Issuing.certificate("player").rsa(2048).by(CLIENT_ROOT).issue(), "TLSv1.2");
        assertPresented(Issuing.certificate("player").rsa(2048).by(CLIENT_ROOT).issue(), "TLSv1.3");
    }

    @Test
    void intermediateCertificatesArePresentedToo() throws Exception {
        assertPresented(Issuing.certificate("player").by(INTERMEDIATE).issue(), "TLSv1.3");
    }

    @Test
    void missingClientCertificateFailsTheHandshakeInTls12() throws Exception {
        TlsConversation conversation = TlsConversation
                .requiringClientCertificate(CLIENT_ROOT, SERVER, ClientCertificateTest::answerWithClientName)
                .withProtocols("TLSv1.2");
        try (RawServer server = new RawServer(socket -> {
            try {
                conversation.with(socket);
            } finally {
                RawServer.awaitEnd(socket); // a close with unread bytes would reset the connection and lose the alert
            }
        }); GameLoop game = new GameLoop().connectTls(server, TRUSTING)) {
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.client.getStatus());
            assertCertificateRequired(game.client.getFailure());
            assertEquals(Phase.TLS, game.client.getFailure().phase());
        }
    }

    /** In TLS 1.3 the server checks the client certificate after the client's side of the handshake is complete, so a request may already be sent. */
    @Test
    void missingClientCertificateIsAHandshakeErrorInTls13() throws Exception {
        CompletableFuture<Void> serverDone = new CompletableFuture<>();
        TlsConversation conversation = TlsConversation
                .requiringClientCertificate(CLIENT_ROOT, SERVER, ClientCertificateTest::answerWithClientName)
                .withProtocols("TLSv1.3");
        try (RawServer server = new RawServer(socket -> {
            try {
                conversation.with(socket);
            } finally {
                serverDone.complete(null);
            }
        }); GameLoop game = new GameLoop().connectTls(server, TRUSTING)) {
            serverDone.get();
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.get("/").awaitResponse());
            assertCertificateRequired(game.client.getFailure());
            assertEquals(Phase.TLS, game.client.getFailure().phase());
        }
    }

    @Test
    void missingClientCertificateFailsAnIdleConnectionInTls13() throws Exception {
        TlsConversation conversation = TlsConversation
                .requiringClientCertificate(CLIENT_ROOT, SERVER, ClientCertificateTest::answerWithClientName)
                .withProtocols("TLSv1.3");
        try (RawServer server = new RawServer(conversation);
                GameLoop game = new GameLoop().connectTls(server, TRUSTING)) {
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.awaitWhile(Status.STATUS_CONNECTED));
            assertCertificateRequired(game.client.getFailure());
        }
    }

    @Test
    void missingClientCertificateIsTheResultOfALargeUploadToo() throws Exception {
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            TlsConversation conversation = TlsConversation
                    .requiringClientCertificate(CLIENT_ROOT, SERVER, ClientCertificateTest::answerWithClientName)
                    .withProtocols(protocol);
            try (RawServer server = new RawServer(conversation); HTTPRequest http = HTTPRequest.create()) {
                List<Result> ends = new ArrayList<>();
                http.setTlsOptions(TRUSTING);
                http.setRequestCompletedListener((result, code, headers, body) -> ends.add(result));
                http.requestRaw("https://localhost:" + server.port() + "/", List.of(), Method.METHOD_POST,
                        new byte[16 * 1024 * 1024]);
                GameLoop.await(() -> {
                    http.poll();
                    return !ends.isEmpty();
                });
                assertEquals(List.of(Result.RESULT_TLS_HANDSHAKE_ERROR), ends, http.getFailureMessage());
                assertTrue(http.getFailureMessage().contains("TLSOptions.clientCertificate"),
                        http.getFailureMessage());
            }
        }
    }

    private static void assertCertificateRequired(Failure failure) {
        assertEquals(Reason.TLS_PROTOCOL, failure.reason(), failure.message());
        assertTrue(failure.message().contains("TLSOptions.clientCertificate"), failure.message());
    }

    private static void assertUnreadable(TLSOptions options, String expected) throws Exception {
        try (RawServer server = new RawServer(TlsConversation.by(SERVER, RawServer::awaitEnd));
                GameLoop game = new GameLoop().connectTls(server, options)) {
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.client.getStatus());
            assertEquals(Reason.TLS_PROTOCOL, game.client.getFailure().reason());
            assertTrue(game.client.getFailure().message().contains(expected), game.client.getFailure().message());
        }
    }

    @Test
    void unreadableCertificateOrKeyFailsAndTheMessageSaysSo() throws Exception {
        Identity client = Issuing.certificate("player").by(CLIENT_ROOT).issue();
        String key = client.privateKeyPem();
        assertUnreadable(TRUSTING.clientCertificate("nothing", key), "client certificate in TLSOptions");
        assertUnreadable(TRUSTING.clientCertificate(client.pem(), "nothing"), "private key in TLSOptions");
        assertUnreadable(TRUSTING.clientCertificate(client.pem(), key.replace("PRIVATE", "EC PRIVATE")),
                "the first block is BEGIN EC PRIVATE KEY");
        assertUnreadable(TRUSTING.clientCertificate(client.pem(), key.replaceAll("M[A-Za-z0-9+/]{20}", "AAAA")),
                "private key in TLSOptions");
    }
}
